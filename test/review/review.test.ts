import { expect, test } from "vitest";
import type { Finding } from "../../src/review/finding.js";
import { json } from "../../src/review/formats/json.js";
import { inOrder, type Review } from "../../src/review/review.js";

const finding = (grade: Finding["grade"], subject: string, groups: readonly string[] = []): Finding => ({
	rule: "some-rule",
	grade,
	deployment: "eu",
	groups,
	subject,
	change: "added",
	says: "something is new",
	because: "it was not there",
});

test("findings come worst first, then by subject and groups", () => {
	const ordered = [
		finding("breaks", "z"),
		finding("widens", "a", ["a"]),
		finding("widens", "a", ["b"]),
		finding("widens", "b"),
		finding("loosens", "a"),
		finding("informs", "a"),
	];
	expect(inOrder([...ordered].reverse())).toEqual(ordered);
});

test("a review is one JSON document with its version first", () => {
	const review: Review = { before: "a", after: "b", deployments: [], findings: [finding("informs", "x")] };
	const text = json.render(review);
	expect(JSON.parse(text)).toEqual({ schemaVersion: 1, ...review });
	expect(text.startsWith('{\n  "schemaVersion": 1,')).toBe(true);
});
