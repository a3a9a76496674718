import { expect, test } from "vitest";
import { rolloutPage } from "../../src/observability/rollout-page.js";
import { groupOfEachTier, partOf, terms } from "./observed.js";

function pageOf(block: object): string {
	return rolloutPage(partOf(block)).content;
}

test("the six phases of the source, in order, with which of them are on", () => {
	const heads = [...pageOf({ phase: "siem" }).matchAll(/^## (.*)$/gm)].map(([, head]) => head);
	expect(heads).toEqual([
		"1. Local pipeline (`local`, on)",
		"2. Managed settings (`managed`, on)",
		"3. SIEM integration (`siem`, on)",
		"4. Privacy review (`privacyReview`, not yet)",
		"5. Tracing (`tracing`, not yet)",
		"6. Regression loop (`regression`, not yet)",
	]);
	expect(pageOf({})).not.toContain("not yet");
});

test("without a phase, traces are those that tiers ask for, and only the phase local claims its folder", () => {
	expect(pageOf({})).toContain(
		"## 5. Tracing (`tracing`, as tiers ask)\n\nTraces of no group, as no tier asks for them;",
	);
	const page = rolloutPage(partOf(terms, groupOfEachTier)).content;
	expect(page).toContain("\n\nTraces of restricted, cases, as the tier asks;");
	expect(pageOf({ phase: "tracing" })).toContain("## 5. Tracing (`tracing`, on)\n\nTraces of every group.\n");
	expect(pageOf({ phase: "siem" })).toContain("in this phase a folder local has all it takes.");
});
