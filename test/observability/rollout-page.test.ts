import { expect, test } from "vitest";
import { rolloutPage } from "../../src/observability/rollout-page.js";
import { partOf } from "./observed.js";

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
