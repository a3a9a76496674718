import { networksShape } from "../network.js";
import { list, text, words } from "../shape/build.js";
import type { Member } from "../shape/shape.js";
import type { Effect } from "./backend.js";

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
}

/** {@link RuleSetOptions} as members of a block. */
export const ruleSetOptions: Readonly<Record<string, Member>> = {
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
	leaveTo: {
		shape: text(),
		summary: "Word of another block, which gets the hosts that this one cannot express exactly.",
		defaultNote: "they are expressed here as far as possible",
	},
};
