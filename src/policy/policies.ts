import type { Path } from "../path.js";
import type { PolicyRule, PolicySeverity } from "./policy-rule.js";

/** What an organisation holds its deployments to. */
export interface Policies {
	readonly rules: readonly ChosenRule[];
	readonly exemptions: readonly Exemption[];
}

export interface ChosenRule {
	readonly rule: PolicyRule;
	readonly severity: PolicySeverity;
	/** With the defaults of the rule. */
	readonly parameters: object;
}

/** Something that may be against a rule for a time. */
export interface Exemption {
	readonly rule: string;
	/** Name of the deployment. @default - any */
	readonly deployment?: string;
	/** Groups of which it may be. @default - any, and the deployment as a whole */
	readonly groups?: readonly string[];
	/** The subject of findings, in which `*` stands for any text. @default - any */
	readonly subject?: string;
	/** Who answers for it. */
	readonly owner: string;
	readonly reason: string;
	/** The last day that it holds, such as `2027-03-31`. */
	readonly expires: string;
	/** Where in the policy file it stands. */
	readonly at: Path;
}
