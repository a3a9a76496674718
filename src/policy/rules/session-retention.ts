import { integer } from "../../shape/build.js";
import { eachGroup } from "../each-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

const keys = {
	chatSessionRetentionDays: "Chat",
	coworkSessionRetentionDays: "Cowork",
	codeSessionRetentionDays: "Code",
};

export const sessionRetention = definePolicyRule<{ readonly longestDays: number }>({
	id: "session-retention",
	title: "sessions are deleted from devices after a time",
	why: "Sessions hold what people worked on; without a limit a lost device tells all of it.",
	fix: "Set chatSessionRetentionDays, coworkSessionRetentionDays and codeSessionRetentionDays.",
	severity: "warning",
	parameters: parameters({
		longestDays: { shape: integer({ min: 1 }), summary: "How many days sessions may stay.", default: 90 },
	}),
	check: (deployment, { longestDays }) =>
		eachGroup(deployment, (group) =>
			Object.entries(keys).flatMap(([key, tab]) => {
				const days = group.value(key);
				if (typeof days !== "number") return [group.ofKey(key, `keeps sessions of ${tab} without limit`)];
				if (days <= longestDays) return [];
				return [group.ofKey(key, `keeps sessions of ${tab} for ${days} days, more than ${longestDays}`)];
			}),
		),
});
