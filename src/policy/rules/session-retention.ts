import { findCodeSetting } from "../../claude-code/catalogue.js";
import { integer } from "../../shape/build.js";
import { eachCodeGroup } from "../each-code-group.js";
import { eachGroup } from "../each-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

const keys = {
	chatSessionRetentionDays: "Chat",
	coworkSessionRetentionDays: "Cowork",
	codeSessionRetentionDays: "Code",
};

/** Claude Code's own, on the command line. */
const transcripts = "cleanupPeriodDays";

export const sessionRetention = definePolicyRule<{ readonly longestDays: number }>({
	id: "session-retention",
	title: "sessions are deleted from devices after a time",
	why: "Sessions hold what people worked on; without a limit a lost device tells all of it.",
	fix: "Set chatSessionRetentionDays, coworkSessionRetentionDays and codeSessionRetentionDays, and cleanupPeriodDays of Claude Code.",
	severity: "warning",
	parameters: parameters({
		longestDays: { shape: integer({ min: 1 }), summary: "How many days sessions may stay.", default: 90 },
	}),
	check: (deployment, { longestDays }) => [
		...eachGroup(deployment, (group) =>
			Object.entries(keys).flatMap(([key, tab]) => {
				const days = group.value(key);
				if (typeof days !== "number") return [group.ofKey(key, `keeps sessions of ${tab} without limit`)];
				if (days <= longestDays) return [];
				return [group.ofKey(key, `keeps sessions of ${tab} for ${days} days, more than ${longestDays}`)];
			}),
		),
		...eachCodeGroup(deployment, (code) => {
			const days = code.value(transcripts) ?? findCodeSetting(transcripts)?.default;
			if (typeof days !== "number" || days <= longestDays) return [];
			return [
				code.ofSetting(transcripts, `keeps transcripts of Claude Code for ${days} days, more than ${longestDays}`),
			];
		}),
	],
});
