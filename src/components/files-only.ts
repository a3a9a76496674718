import type { FirewallBackend } from "../firewall/backend.js";
import {
	type CloudBackendName,
	type FirewallBackendName,
	type FirewallBlock,
	firewallBackends,
} from "../firewall/index.js";
import type { FirewallAdapter } from "./adapters.js";

/** By the registry's word, how a program names a backend whose rule set is files and nothing else. */
export type FirewallAdapters = {
	readonly [Name in Exclude<FirewallBackendName, CloudBackendName>]: (options?: FirewallBlock<Name>) => FirewallAdapter;
};

export const filesOnly = adaptersOf(
	Object.entries<FirewallBackend>(firewallBackends).flatMap(([name, { cloud }]) => (cloud === undefined ? name : [])),
);

function adaptersOf(names: readonly string[]): FirewallAdapters {
	const adapters = names.map((name) => ({ [name]: (options: object = {}) => ({ name, options }) }));
	// One function per word.
	return Object.assign({}, ...adapters);
}
