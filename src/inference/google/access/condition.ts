import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import { textMatching } from "../../../shape/build.js";
import type { Member, TextShape } from "../../../shape/shape.js";
import type { BindingCondition } from "../properties.js";

const form = textMatching(
	"timestamp",
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
	"is no time; expected one such as 2027-03-31T00:00:00Z",
);
const timestamp: TextShape = { ...form, rules: [...(form.rules ?? []), ofCalendar] };

/** Google takes no binding whose condition names a day that no month has. */
function ofCalendar(time: string): Problem[] {
	const day = dayOf(time);
	const parsed = new Date(`${day}T00:00:00Z`);
	// What is of another form is refused for that; and JavaScript takes the 31st of February for a day of March.
	if (Number.isNaN(parsed.getTime()) || dayOf(parsed.toISOString()) === day) return [];
	return [error("timestamp", [], `is no time: there is no ${day}; expected one such as 2027-03-31T00:00:00Z`)];
}

function dayOf(time: string): string {
	return time.slice(0, "2027-03-31".length);
}

/** Member of `provision`. */
export const accessUntil: Member = {
	shape: timestamp,
	summary: "When access ends by itself, in UTC, such as `2027-03-31T00:00:00Z`: every binding has this condition.",
	defaultNote: "it lasts as long as the deployment",
};

/** https://cloud.google.com/iam/docs/configuring-temporary-access */
export function untilCondition(time: string): BindingCondition {
	return {
		title: `Until ${dayOf(time)}`,
		description: "Access to Claude Cowork for a time.",
		expression: `request.time < timestamp("${time}")`,
	};
}

/** What people must know of the end of access; `at` is where `accessUntil` stands. */
export function checkAccessEnd(time: string, now: Date, at: Path): Problem[] {
	if (new Date(time).getTime() > now.getTime()) return [];
	const message =
		"is past, so that nobody of this deployment may call a model; give a later time, or leave it out for access without an end";
	return [warning("access-ended", at, message)];
}
