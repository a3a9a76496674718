import type { z } from "zod";
import { type EgressHost, formatAddress } from "../egress/plan.js";

/** Where a rule set does not match a host exactly as the plan means it. */
export interface Effect extends Pick<EgressHost, "host" | "match" | "port"> {
	/** `dropped` is only for what the format has no words for at all. */
	readonly kind: "widened" | "narrowed" | "dropped";
	/** What the rule set does instead; continues a sentence that starts with the host. */
	readonly because: string;
}

export interface RuleFile {
	/** File name below `firewall/<backend>/`. */
	readonly name: string;
	readonly mediaType: string;
	readonly content: string;
}

export interface RuleSet {
	readonly files: readonly RuleFile[];
	readonly effects: readonly Effect[];
}

/**
 * A firewall that understands names: one file per backend, one line in the registry.
 * Start from `squid.ts`, the plainest one that denies.
 */
export interface FirewallBackend<Options extends object = object> {
	readonly title: string;
	/** The page that defines the syntax. */
	readonly docs: string;
	/** How the rules match a name that starts with `*.`. */
	readonly subdomains: "exact" | "includes the name itself" | "not expressible";
	/** Whether the rules carry ports; a backend that cannot gives an effect per host on another port than 443. */
	readonly ports: boolean;
	/** Whether the rule set itself denies what it does not list; an empty plan then denies everything. */
	readonly denies: boolean;
	/** The backend's block in a deployment file. */
	readonly options: z.ZodType<Options>;
	/** A block that says no more than it must. */
	readonly example: Options;
	/** Total and deterministic; the order of hosts does not matter. */
	render(hosts: readonly EgressHost[], options: Options): RuleSet;
}

/** `squid: *.sentry.io also matches sentry.io (widened)`, for people. */
export function describeEffect(backend: string, effect: Effect): string {
	return `${backend}: ${formatAddress(effect)} ${effect.because} (${effect.kind})`;
}
