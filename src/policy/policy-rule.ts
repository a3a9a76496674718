import type { JsonObject } from "../json.js";
import type { ReviewedDeployment, ReviewedPlace } from "../review/reviewed-deployment.js";
import type { ObjectShape } from "../shape/shape.js";

/** How much it weighs: an error fails a check, a warning only where warnings are errors. */
export type PolicySeverity = "error" | "warning";

/**
 * One rule of an organisation. It decides from what a deployment means, and from nothing else: equal deployments,
 * parameters and dates give equal findings. A rule has at least one of the two checks.
 */
export interface PolicyRule<Parameters extends object = object> {
	/** Lower-case words with hyphens, which policy files and exemptions name; it stays. */
	readonly id: string;
	/** What holds where nothing is found, as a sentence without a full stop. */
	readonly title: string;
	/** What happens to people where it does not hold, as sentences. */
	readonly why: string;
	/** What to do, as sentences. */
	readonly fix: string;
	/** What it weighs where a policy file does not say. */
	readonly severity: PolicySeverity;
	/** What a policy file can say; a check gets it with its defaults. @default - nothing */
	readonly parameters?: ObjectShape;
	/** Finds what is against the rule in a deployment. */
	check?(deployment: ReviewedDeployment, parameters: Parameters, on: PolicyDate): readonly PolicyFinding[];
	/** Finds what is against the rule in a cloud resource, planned or registered. */
	checkResource?(resource: CloudResource, parameters: Parameters): readonly PolicyFinding[];
}

/** When a rule is asked: the same deployment may be right today and wrong tomorrow. */
export interface PolicyDate {
	/** Calendar day, such as `2027-03-31`. */
	readonly today: string;
}

/** One thing that is against a rule. No text of it is the value of a secret. */
export interface PolicyFinding {
	/** What it is: a key, an address, a permission. Exemptions name it. */
	readonly subject: string;
	/** The group that it is of. @default - the whole deployment */
	readonly group?: string;
	/** What is wrong, as a sentence without a full stop. */
	readonly says: string;
	/** Where it was written. @default - nowhere in particular */
	readonly at?: ReviewedPlace;
}

/** A resource of a cloud, with policies and other texts of JSON as data. */
export interface CloudResource {
	/** Word of the plan or of the provider, such as `AWS::IAM::RolePolicy` or `aws:iam/rolePolicy:RolePolicy`. */
	readonly type: string;
	/** Its name in the cloud, or else the logical one. */
	readonly name: string;
	/** In the words of the Pulumi provider. */
	readonly properties: JsonObject;
}

/**
 * A rule of one's own, for modules that the command loads with `--rules` and for policy packs.
 *
 * @example
 * export default definePolicyRule<{ names: readonly string[] }>({ id: "own-gateway", ... })
 */
export function definePolicyRule<Parameters extends object = object>(rule: PolicyRule<Parameters>): PolicyRule {
	return rule;
}
