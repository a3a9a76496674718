import { type EgressHost, formatAddress } from "../egress/plan.js";
import type { Evidence, Limit } from "../evidence.js";
import type { Outcome } from "../outcome.js";
import type { Member } from "../shape/shape.js";
import type { DeniedHost } from "./denied-host.js";
import type { RulePlan } from "./rule-plan.js";
import type { RuleSetOptions } from "./rule-set-options.js";

/** What a rule set is rendered from. */
export interface RuleRequest {
	/** In any order; one entry per name, match and port. */
	readonly hosts: readonly EgressHost[];
	/** The deployment; of rules that serve several, the name of what they share. */
	readonly deployment: string;
	/** The deployments that the rules serve together, in code-unit order; absent where they serve one. */
	readonly deployments?: readonly string[];
	/** The group of users that the rules are for; absent where they serve every group. */
	readonly group?: string;
	/** Networks that devices come from, in CIDR notation; absent where nothing says. */
	readonly clients?: readonly string[];
	/** Hosts to deny by name, in code-unit order, none of which the plan opens; absent where there are none. */
	readonly denied?: readonly DeniedHost[];
	/** Whether the product opens TLS, so that its rule set also says what it must not open. */
	readonly inspects?: boolean;
}

/** The part of a host that an effect is on. */
type HostOfEffect = Pick<EgressHost, "host" | "match" | "port">;

/** Where a rule set does not match a host exactly as the plan means it. */
export interface Effect extends HostOfEffect {
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

/** A place in a product that one rule set alone can have. */
export interface Claim {
	/** As people call it, wherever that is: `priority 1345 of policy hub`. */
	readonly what: string;
	/** The option of the block that chooses other places. */
	readonly option: string;
}

export interface RuleSet {
	readonly files: readonly RuleFile[];
	readonly effects: readonly Effect[];
	/** What its cloud is to hold, where a component can place it; `files` show the same. */
	readonly plan?: RulePlan;
	/** Places in a product that no other rule set can have as well. @default none */
	readonly claims?: readonly Claim[];
	/** What people must know of the rule set as a whole, each a sentence without a full stop. */
	readonly notes?: readonly string[];
}

/**
 * What becomes of QUIC (UDP 443), which a plan never needs: `refused` by the rules themselves; `passes` to the hosts that
 * they open, because they do not tell protocols apart; `as the rest`: refused where the rules deny what they do not list, and
 * otherwise left to what stands behind them; `not seen` by the product, so that something else must close it; `not said`,
 * in a list that some other product makes rules of.
 */
export type Quic = "refused" | "passes" | "as the rest" | "not seen" | "not said";

/** The options of a backend that has none of its own. */
export type NoOptions = Record<never, never>;

/**
 * A firewall that understands names: one file per backend, one line in the registry.
 * Start from `squid.ts`, the plainest one that denies.
 */
export interface FirewallBackend<Options extends object = object> {
	readonly title: string;
	/** The page that defines the syntax. */
	readonly docs: string;
	readonly evidence: Evidence;
	/** How the rules match a name that does not start with `*.`. */
	readonly names: "exact" | "includes what is below";
	/** How the rules match a name that starts with `*.`. */
	readonly subdomains:
		| "exact"
		| "includes the name itself"
		| "includes the name itself, to a depth"
		| "not expressible";
	/** Whether the rules carry ports; a backend that cannot gives an effect per host on another port than 443. */
	readonly ports: boolean;
	/** Whether the rules carry the networks that devices come from. */
	readonly clients: boolean;
	/**
	 * Whether the rule set itself denies what it does not list, so that an empty plan denies everything; the name of an
	 * option where it does once that is true.
	 */
	readonly denies: boolean | string;
	/** Whether the rules can deny a host by name, as deny lists ask for. */
	readonly deniesHosts: boolean;
	/** Whether the product can open TLS to inspect it, and the rule set says what it must not open. */
	readonly inspects: boolean;
	/**
	 * Entry of the package whose adapter places the rules in their cloud, such as `aws`; absent where they are files and
	 * nothing else. Such a rule set has a plan.
	 */
	readonly cloud?: string;
	readonly quic: Quic;
	/** Whether the rules decide which names devices get addresses of: a name that they deny is nowhere reached. @default false */
	readonly resolves?: boolean;
	/** How putting a revision in place closes what the plan no longer has, as a phrase: `the file replaces the old one`. */
	readonly revisions: string;
	/** What the product takes at most. A request beyond is refused, or split where the product allows that. */
	readonly limits?: Readonly<Record<string, Limit>>;
	/** What the block has in a deployment file besides the options of every backend. */
	readonly options: Readonly<Record<string, Member>>;
	/** Blocks by a name that says what they show, the plainest first; tests and golden files go through all of them. */
	readonly examples: Readonly<Record<string, Options & RuleSetOptions>>;
	/**
	 * Deterministic; the order of hosts does not matter. Refuses what the product cannot hold; the paths of problems
	 * start at the block.
	 */
	render(request: RuleRequest, options: Options): Outcome<RuleSet>;
}

/** A backend whose rules a cloud holds. */
export interface CloudBackend<Options extends object = object> extends FirewallBackend<Options> {
	readonly cloud: string;
}

/** Whether the rules of a block deny what they do not list. */
export function deniesRest({ denies }: FirewallBackend, block: object): boolean {
	// A backend names one of its own options.
	return typeof denies === "boolean" ? denies : (block as Readonly<Record<string, unknown>>)[denies] === true;
}

/** `squid: *.sentry.io also matches sentry.io (widened)`, for people. */
export function describeEffect(backend: string, effect: Effect): string {
	return `${backend}: ${formatEffect(effect)}`;
}

/** `*.sentry.io also matches sentry.io (widened)`. */
export function formatEffect(effect: Effect): string {
	return `${formatAddress(effect)} ${effect.because} (${effect.kind})`;
}

/** `also matches the name itself (widened)`: the same of every host that it is so for. */
export function formatEffectOfAny({ host, kind, because }: Effect): string {
	return `${because.replaceAll(host, "the name itself")} (${kind})`;
}

export function effectOn({ host, match, port }: HostOfEffect, kind: Effect["kind"], because: string): Effect {
	return { host, match, port, kind, because };
}

/** Equal for an effect and the host that it is on. */
export function hostKey({ host, match, port }: HostOfEffect): string {
	return `${match} ${host} ${port}`;
}
