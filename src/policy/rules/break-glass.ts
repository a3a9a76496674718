import { matchesAny } from "../../pattern.js";
import { integer, list, map, text } from "../../shape/build.js";
import { calendarDay, daysBetween } from "../calendar-day.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

interface BreakGlass {
	readonly names: readonly string[];
	readonly groups: Readonly<Record<string, string>>;
	readonly longestDays: number;
}

export const breakGlass = definePolicyRule<BreakGlass>({
	id: "break-glass",
	title: "a group for emergencies says when it ends, and is gone by then",
	why: "What was opened for one bad night stays open until somebody remembers it.",
	fix: "Name the group under groups with the last day that it may exist, and take it out of the deployment by then.",
	severity: "error",
	parameters: parameters({
		names: {
			shape: list(text()),
			summary: "Names by which a group is known to be for emergencies. `*` stands for any text.",
			default: ["break-glass*", "breakglass*", "emergency*"],
		},
		groups: {
			shape: map(calendarDay),
			summary: "Groups for emergencies, each with the last day that it may exist, such as `2027-03-31`.",
			default: {},
		},
		longestDays: {
			shape: integer({ min: 1 }),
			summary: "How many days ahead that day may be.",
			default: 30,
		},
	}),
	check: ({ groups }, { names, groups: ends, longestDays }, { today }) =>
		Object.keys(groups).flatMap((group) => {
			const end = Object.hasOwn(ends, group) ? ends[group] : undefined;
			const found = (says: string) => [{ subject: group, group, says }];
			if (end === undefined) {
				if (!matchesAny(names, group)) return [];
				return found(`group ${group} is for emergencies by its name, and nothing says when it ends`);
			}
			if (end < today) return found(`group ${group} was to be gone after ${end}`);
			if (daysBetween(today, end) <= longestDays) return [];
			return found(`group ${group} ends on ${end}, more than ${longestDays} days from now`);
		}),
});
