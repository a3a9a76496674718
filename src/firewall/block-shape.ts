import { object } from "../shape/build.js";
import type { ObjectShape } from "../shape/shape.js";
import type { FirewallBackend } from "./backend.js";
import { ruleSetOptions } from "./rule-set-options.js";

/** What a backend's block may hold in a deployment. */
export function blockShape({ options, clients, title }: FirewallBackend): ObjectShape {
	const { clients: networks, ...others } = ruleSetOptions;
	if (clients) return object({ ...options, ...ruleSetOptions });
	const refused = networks
		? { clients: `is for rules that carry networks, which ${title} does not; leave it out` }
		: {};
	return object({ ...options, ...others }, { refused });
}
