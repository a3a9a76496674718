import { error, type Problem } from "../problem.js";
import { textMatching } from "../shape/build.js";
import type { TextShape } from "../shape/shape.js";

const form = textMatching(
	"calendar-day",
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
	"is no day; expected one such as 2027-03-31",
);

/** A day, such as `2027-03-31`; as texts, days are in the order of the calendar. */
export const calendarDay: TextShape = { ...form, rules: [...(form.rules ?? []), ofCalendar] };

/** JavaScript takes the 31st of February for a day of March. */
function ofCalendar(day: string): Problem[] {
	const parsed = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(parsed.getTime()) || dayOf(parsed) === day) return [];
	return [error("calendar-day", [], `is no day: there is no ${day}; expected one such as 2027-03-31`)];
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, "2027-03-31".length);
}

/** How many days come between two, negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
