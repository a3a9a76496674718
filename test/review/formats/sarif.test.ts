import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Finding } from "../../../src/review/finding.js";
import { sarif } from "../../../src/review/formats/sarif.js";
import { subjects } from "../../../src/review/subjects/index.js";
import { hostileTexts } from "../../support/hostile-texts.js";
import { review } from "../../support/review.js";

// OASIS's schema, as Microsoft's development kit for SARIF carries it.
const {
	$schema: _,
	id: __,
	...schema
} = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(
	schema,
);

const [first] = review.findings;
const hostile: Finding[] = first
	? hostileTexts.map((text) => ({
			...first,
			subject: text,
			says: text,
			groups: [text],
			location: { file: text, line: 1, column: 1 },
		}))
	: [];

test.each([
	["a review of every grade", review],
	["one without findings", { ...review, findings: [] }],
	["one with hostile texts", { ...review, findings: hostile }],
])("%s is SARIF 2.1.0", (_, each) => {
	const log = JSON.parse(sarif.render(each));
	validate(log);
	expect(validate.errors).toBeNull();
	const [run] = log.runs;
	expect(run.results).toHaveLength(each.findings.length);
	const described = run.tool.driver.rules.map(({ id }: { id: string }) => id);
	for (const { ruleId } of run.results) expect(described).toContain(ruleId);
});

test("the schema refuses what is none", () => {
	expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
});

test("a finding tells its place as a relative reference, also of a revision", () => {
	const place = (file: string) => {
		const findings = first ? [{ ...first, location: { file, line: 3, column: 5 } }] : [];
		return JSON.parse(sarif.render({ ...review, findings })).runs[0].results[0].locations[0].physicalLocation;
	};
	const region = { startLine: 3, startColumn: 5 };
	expect(place("deploy/my file.yaml")).toEqual({ artifactLocation: { uri: "deploy/my%20file.yaml" }, region });
	expect(place("git:main:deploy/eu.yaml")).toEqual({ artifactLocation: { uri: "deploy/eu.yaml" }, region });
});

test("every rule has a level by its grade", () => {
	const findings = Object.values(subjects).flatMap(({ rules }) =>
		Object.entries(rules).flatMap(([rule, { grade }]) => (first ? [{ ...first, rule, grade }] : [])),
	);
	const [run] = JSON.parse(sarif.render({ ...review, findings })).runs;
	const levels = { breaks: "error", widens: "error", loosens: "warning", informs: "note" };
	for (const [index, { grade }] of findings.entries()) expect(run.results[index].level).toBe(levels[grade]);
	for (const { shortDescription, fullDescription } of run.tool.driver.rules) {
		expect(shortDescription.text).toMatch(/^[A-Z].*\.$/);
		expect(fullDescription.text).toContain(shortDescription.text);
	}
});
