import { describe, expect, test } from "vitest";
import { reviewFormats } from "../../../src/review/formats/index.js";
import { hostileTexts } from "../../support/hostile-texts.js";
import { review } from "../../support/review.js";

const nothing = { before: "a", after: "b", deployments: [], findings: [] };

describe.each(Object.entries(reviewFormats))("%s", (_, format) => {
	test.each([review, nothing])("ends with a line end", (each) => {
		expect(format.render(each).endsWith("\n")).toBe(true);
	});

	test("tells every subject", () => {
		const written = format.render(review);
		for (const { subject } of review.findings) expect(written).toContain(subject);
	});

	test("writes no character that terminals obey", () => {
		const [first, ...others] = review.findings;
		const hostile = { subject: hostileTexts.join(""), says: hostileTexts.join("") };
		const findings = first ? [{ ...first, ...hostile }, ...others] : [];
		expect(format.render({ ...review, findings })).not.toMatch(/[^\P{Cc}\n\t]/u);
	});
});
