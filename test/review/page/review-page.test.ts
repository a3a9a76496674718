import { expect, test } from "vitest";
import { reviewPage } from "../../../src/review/page/review-page.js";
import { review } from "../../support/review.js";

test("a review of every grade", async () => {
	await expect(reviewPage(review)).toMatchFileSnapshot("../../golden/review/review.html");
});

test("nothing changes", () => {
	const page = reviewPage({ before: "a", after: "b", deployments: [], findings: [] });
	expect(page).toContain("<p>No change in meaning.</p>");
	expect(page).not.toContain("<table");
});
