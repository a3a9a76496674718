import { networksShape } from "../network.js";
import { flag, list, text, words } from "../shape/build.js";
import type { Member } from "../shape/shape.js";
import type { Effect } from "./backend.js";
import { type DenyList, denyMember } from "./deny-list.js";

/** Whom rule sets serve. */
export type Scope = "union" | "perGroup";

/** What every firewall block takes besides the options of its backend. */
export interface RuleSetOptions {
	/** Kinds of difference from the plan that are meant: they stay in the notes and are no warnings. @default none */
	readonly accept?: readonly Exclude<Effect["kind"], "dropped">[];
	/**
	 * Word of another block of the deployment. What this one cannot express exactly is left out of it then, and must be
	 * expressed there. @default - it is expressed here as far as possible
	 */
	readonly leaveTo?: string;
	/**
	 * Networks that devices come from, in CIDR notation, where the rules carry them.
	 * @default - those of all groups, where each says its own
	 */
	readonly clients?: readonly string[];
	/**
	 * `union`: one rule set that serves every group, and one more for each group where they differ in hosts.
	 * `perGroup`: one rule set for each group, for its own devices alone. @default "union"
	 */
	readonly scope?: Scope;
	/** Hosts to deny by name, where the rules can. @default none */
	readonly deny?: DenyList;
	/**
	 * Whether the product opens TLS to inspect it, so that it gets a list of what not to open, and devices the steps to
	 * trust its certificates; where the product can. @default false
	 */
	readonly inspects?: boolean;
	/**
	 * Whether a program places the rules in their cloud; `false` leaves them files, as the command writes them.
	 * @default true
	 */
	readonly place?: boolean;
}

/** {@link RuleSetOptions} as members of a block. */
export const ruleSetOptions: Readonly<Record<keyof RuleSetOptions, Member>> = {
	accept: {
		shape: list(words(["widened", "narrowed"])),
		summary: "Kinds of difference from the plan that are meant.",
		default: [],
	},
	clients: {
		shape: networksShape,
		summary: "Networks that devices come from, in CIDR notation.",
		defaultNote: "those of all groups, where each says its own",
	},
	deny: denyMember,
	inspects: {
		shape: flag,
		summary: "Whether the product opens TLS to inspect it; it gets a list of what not to open.",
		default: false,
	},
	leaveTo: {
		shape: text(),
		summary: "Word of another block, which gets the hosts that this one cannot express exactly.",
		defaultNote: "they are expressed here as far as possible",
	},
	place: {
		shape: flag,
		summary: "Whether a program places the rules in their cloud, or they are files alone.",
		default: true,
	},
	scope: {
		shape: words(["union", "perGroup"]),
		summary: "Whether one rule set serves every group, or each group has its own for its devices alone.",
		default: "union",
	},
};

/** Whom the rule sets of a block serve. */
export function scopeOf(block: Readonly<Record<string, unknown>>): Scope {
	return block.scope === "perGroup" ? "perGroup" : "union";
}
