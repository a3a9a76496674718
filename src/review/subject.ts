import type { Finding, Grade } from "./finding.js";
import type { DeploymentPair } from "./pair.js";

/** What gives a finding its grade. */
export interface ReviewRule {
	readonly grade: Grade;
	/** What the rule tells, for lists of rules: a sentence. */
	readonly title: string;
	/** Why what it tells has the grade, as what follows "because". */
	readonly because: string;
}

/** A finding without what its rule and its deployment say of it. */
export type Difference = Omit<Finding, "grade" | "deployment" | "because">;

/** What is compared: one file per subject, one line in the registry. Nothing outside of one asks which it is. */
export interface Subject {
	readonly title: string;
	/** By the ids that its findings name. */
	readonly rules: Readonly<Record<string, ReviewRule>>;
	/** Group by group; what groups share is put together afterwards. */
	compare(pair: DeploymentPair): readonly Difference[];
}
