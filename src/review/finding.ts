import type { JsonValue } from "../json.js";
import type { Location } from "../problem.js";

/**
 * What a change does to people, worst first: `breaks` what they do today, `widens` what devices, programs or others reach
 * or may do, `loosens` what was closed on devices, or `informs` of what does none of these.
 */
export const grades = ["breaks", "widens", "loosens", "informs"] as const;
export type Grade = (typeof grades)[number];

/** One difference in meaning. No text of it is the value of a secret, or reads as a credential in plain text. */
export interface Finding {
	/** Says which rule speaks, in lower-case words with hyphens; it stays when the words get better. */
	readonly rule: string;
	readonly grade: Grade;
	readonly deployment: string;
	/** Groups that it holds for, in code-unit order; empty where it is of the whole deployment. */
	readonly groups: readonly string[];
	/** What differs: a key, an address, a model, a permission. */
	readonly subject: string;
	readonly change: "added" | "removed" | "changed";
	/** Absent where it was added, or no single value tells it. */
	readonly before?: JsonValue;
	/** Absent where it was removed, or no single value tells it. */
	readonly after?: JsonValue;
	/** What it does to people; goes on with a sentence that begins with the subject, without a full stop. */
	readonly says: string;
	/** Why it has its grade, as what follows "because". */
	readonly because: string;
	/** Where it was written, as `groups.general.settings.otlpEndpoint`. */
	readonly path?: string;
	readonly location?: Location;
}
