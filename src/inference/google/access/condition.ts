import { textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import type { BindingCondition } from "../properties.js";

const timestamp = textMatching(
	"timestamp",
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
	"is no time; expected one such as 2027-03-31T00:00:00Z",
);

/** Member of `provision`. */
export const accessUntil: Member = {
	shape: timestamp,
	summary: "When access ends by itself, in UTC, such as `2027-03-31T00:00:00Z`: every binding has this condition.",
	defaultNote: "it lasts as long as the deployment",
};

/** https://cloud.google.com/iam/docs/configuring-temporary-access */
export function untilCondition(time: string): BindingCondition {
	return {
		title: `Until ${time.slice(0, "2027-03-31".length)}`,
		description: "Access to Claude Cowork for a time.",
		expression: `request.time < timestamp("${time}")`,
	};
}
