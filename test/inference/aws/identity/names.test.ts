import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	applicationProfileName,
	chosenName,
	iamName,
	isIamName,
	isPermissionSetName,
	keyUserName,
	type NamedFor,
	permissionSetName,
} from "../../../../src/inference/aws/identity/names.js";

describe("names", () => {
	it.each([
		[permissionSetName({ deployment: "eu" }), "cowork-eu"],
		[permissionSetName({ deployment: "eu", group: "pilot" }), "cowork-eu.pilot"],
		[iamName({ deployment: "eu-a", group: "b" }), "cowork-eu-a.b"],
		[iamName({ deployment: "eu", group: "a-b" }), "cowork-eu.a-b"],
		[keyUserName({ deployment: "eu" }, "current"), "cowork-eu"],
		[keyUserName({ deployment: "eu" }, "next"), "cowork-eu_next"],
		[keyUserName({ deployment: "eu", group: "pilot" }, "next"), "cowork-eu.pilot_next"],
		[chosenName("Cowork", undefined, 32), "Cowork"],
		[chosenName("Cowork", "pilot", 32), "Cowork.pilot"],
		[applicationProfileName("eu", "pilot", "eu.anthropic.claude-sonnet-5"), "cowork-eu_pilot_eu_claude-sonnet-5"],
	])("%s is %s", (name, expected) => {
		expect(name).toBe(expected);
	});

	it("cuts long names to a beginning and digits", () => {
		const name = permissionSetName({ deployment: "a-deployment-with-a-long-name", group: "general" });
		expect(name).toMatch(/^cowork-a-deployment-w\.\d{10}$/);
		expect(name).toHaveLength(32);
	});

	const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
	const owner: fc.Arbitrary<NamedFor> = fc.record({ deployment: word, group: word }, { requiredKeys: ["deployment"] });
	const model = fc.constantFrom(
		"eu.anthropic.claude-sonnet-5",
		"us.anthropic.claude-opus-4-5-20251101-v1:0",
		"global.anthropic.claude-haiku-4-5-20251001-v1:0",
	);

	it("are what AWS takes and never another's", () => {
		fc.assert(
			fc.property(owner, owner, (one, other) => {
				const [a, b] = [permissionSetName(one), permissionSetName(other)];
				expect(a).toMatch(/^[A-Za-z0-9+=,.@-]{1,32}$/);
				expect(iamName(one)).toMatch(/^[A-Za-z0-9+=,.@_-]{1,64}$/);
				const same = one.deployment === other.deployment && one.group === other.group;
				expect(a === b).toBe(same);
				expect(iamName(one) === iamName(other)).toBe(same);
			}),
			{ numRuns: 300 },
		);
	});

	it("of the users behind keys are what IAM takes and never another's", () => {
		const label = fc.constantFrom(
			"current",
			"next",
			"first",
			"second",
			"a-label-of-31-letters-and-hyphens".slice(0, 31),
		);
		fc.assert(
			fc.property(owner, label, owner, label, (one, a, other, b) => {
				const names = [keyUserName(one, a), keyUserName(other, b)];
				for (const name of names) expect(name).toMatch(/^[A-Za-z0-9+=,.@_-]{1,64}$/);
				const same = one.deployment === other.deployment && one.group === other.group && a === b;
				expect(names[0] === names[1]).toBe(same);
			}),
			{ numRuns: 300 },
		);
	});

	// https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html
	it.each([
		["Cowork_EU+=,.@-1", true, true],
		["a".repeat(32), true, true],
		["a".repeat(33), false, true],
		["a".repeat(65), false, false],
		["A name", false, false],
		["a/b", false, false],
		["", false, false],
	])("%j is one that Identity Center takes: %s, and that IAM takes: %s", (name, ofSet, ofIam) => {
		expect([isPermissionSetName(name), isIamName(name)]).toEqual([ofSet, ofIam]);
	});

	it("of application profiles are what Bedrock takes and never another's", () => {
		fc.assert(
			fc.property(word, word, model, word, word, model, (...[d1, g1, m1, d2, g2, m2]) => {
				const [a, b] = [applicationProfileName(d1, g1, m1), applicationProfileName(d2, g2, m2)];
				expect(a).toMatch(/^(?:[0-9a-zA-Z][ _-]?)+$/);
				expect(a.length).toBeLessThanOrEqual(64);
				expect(a === b).toBe(d1 === d2 && g1 === g2 && m1 === m2);
			}),
			{ numRuns: 300 },
		);
	});
});
