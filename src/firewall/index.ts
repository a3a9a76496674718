import type { FirewallBackend } from "./backend.js";
import { csv } from "./csv.js";
import { hosts } from "./hosts.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { nftables } from "./nftables.js";
import { rpz } from "./rpz.js";
import type { RuleSetOptions } from "./rule-set-options.js";
import { squid } from "./squid.js";

/** Every firewall that a deployment can ask for, by the word it uses. */
export const firewallBackends = { hosts, json, csv, markdown, squid, nftables, rpz } satisfies Record<
	string,
	FirewallBackend
>;

export type FirewallBackendName = keyof typeof firewallBackends;

/** The block of a backend in a deployment. */
export type FirewallBlock<Name extends FirewallBackendName> = Parameters<(typeof firewallBackends)[Name]["render"]>[1] &
	RuleSetOptions;
