import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { prettyJson } from "../../../src/json.js";
import { compare } from "../../../src/review/compare.js";
import { json } from "../../../src/review/formats/json.js";
import { reviewSchema } from "../../../src/review/formats/review-schema.js";
import { review } from "../../support/review.js";
import { edits } from "../edits.js";
import { reviewed } from "../reviewed.js";

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(reviewSchema());

test("the schema changes only where somebody means it", async () => {
	await expect(prettyJson(reviewSchema())).toMatchFileSnapshot("../../golden/review/review.schema.json");
});

test("every review is as the schema says", () => {
	const written = [JSON.parse(json.render(review))];
	for (const { of, edit } of edits.filter((_, index) => index % 6 === 0)) {
		const edited = structuredClone(of);
		edit(edited);
		const [before, after] = [of, edited].map((each) => ({ name: "side", deployments: [reviewed(each)] }));
		if (before && after) written.push(JSON.parse(json.render(compare(before, after))));
	}
	for (const each of written) {
		validate(each);
		expect(validate.errors).toBeNull();
	}
});

test.each([
	["no version", (document: Record<string, unknown>) => delete document.schemaVersion],
	["another version", (document: Record<string, unknown>) => Object.assign(document, { schemaVersion: 2 })],
	[
		"an unknown grade",
		(document: Record<string, unknown>) => Object.assign(firstFinding(document), { grade: "worse" }),
	],
	[
		"groups that are no list",
		(document: Record<string, unknown>) => Object.assign(firstFinding(document), { groups: "a" }),
	],
])("the schema refuses %s", (_, change) => {
	const document = JSON.parse(json.render(review));
	change(document);
	expect(validate(document)).toBe(false);
});

function firstFinding(document: Record<string, unknown>): object {
	return (document.findings as object[])[0] ?? {};
}
