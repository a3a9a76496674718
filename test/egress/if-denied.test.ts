import { expect, test } from "vitest";
import { ifDenied } from "../../src/egress/if-denied.js";
import type { Reason } from "../../src/egress/plan.js";

const because = (sentence: string | null, requirement: Reason["requirement"] = "required"): Reason => ({
	feature: "auto-updates",
	key: null,
	because: "update feed",
	ifDenied: sentence,
	requirement,
	source: "https://docs.example.com",
});

test.each<[string, Reason[], string]>([
	["of one reason its sentence", [because("No updates.")], "No updates."],
	[
		"of several each sentence once, what is required first",
		[because("No reports.", "optional"), because("No updates."), because("No updates."), because("No sign-in.")],
		"No updates. No sign-in. No reports.",
	],
	["where one reason does no harm the others'", [because(null), because("No reports.", "optional")], "No reports."],
	["where none does, that", [because(null, "optional"), because(null)], "Nothing stops working."],
])("%s", (_, reasons, text) => {
	expect(ifDenied({ reasons })).toBe(text);
});
