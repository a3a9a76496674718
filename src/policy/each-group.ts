import { itemsOf, type JsonValue } from "../json.js";
import type { ReviewedDeployment, ReviewedGroup } from "../review/reviewed-deployment.js";
import type { PolicyFinding } from "./policy-rule.js";

/** A group as rules look at it. */
export class PolicyGroup {
	constructor(
		readonly name: string,
		readonly group: ReviewedGroup,
	) {}

	/** The value of a managed key; undefined where the app's own default holds. */
	value(key: string): JsonValue | undefined {
		return this.group.settings[key]?.value;
	}

	/** The items of a list; none where it is not set. */
	items(key: string): readonly JsonValue[] {
		return itemsOf(this.value(key));
	}

	/** A finding of one of its keys, at the place where that is written. */
	ofKey(key: string, says: string): PolicyFinding {
		return this.finding(key, key, says);
	}

	/** A finding of something else, which a key brings in. */
	finding(subject: string, key: string, says: string): PolicyFinding {
		const at = this.group.settings[key]?.at;
		return { subject, group: this.name, says, ...(at && { at }) };
	}
}

/** What is found in each group of a deployment. */
export function eachGroup(
	{ groups }: Pick<ReviewedDeployment, "groups">,
	find: (group: PolicyGroup) => readonly PolicyFinding[],
): PolicyFinding[] {
	return Object.entries(groups).flatMap(([name, group]) => find(new PolicyGroup(name, group)));
}
