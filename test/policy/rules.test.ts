import { describe, expect, test } from "vitest";
import { checkPolicies } from "../../src/policy/check-policies.js";
import { parsePolicies } from "../../src/policy/parse-policies.js";
import type { PolicyRule } from "../../src/policy/policy-rule.js";
import { ruleSets } from "../../src/policy/rule-sets.js";
import { policyRules } from "../../src/policy/rules/index.js";
import { formatProblem } from "../../src/problem.js";
import { careful, carefulCodeWith, reviewed } from "./careful.js";
import { type RuleCase, ruleCases } from "./rule-cases.js";

const rules = Object.entries<PolicyRule>(policyRules);
const file = (id: string, options: object) => ({ policies: { sets: [], rules: { [id]: options } } });

async function findings(
	id: string,
	{ deployment, creates, parameters, today = "2027-01-15" }: RuleCase,
): Promise<string[]> {
	const { value, problems } = parsePolicies(file(id, parameters ? { parameters } : {}));
	if (!value) throw new Error(problems.map(formatProblem).join("\n"));
	const model = await reviewed(deployment);
	const resources = creates?.map((each, index) => ({ ...each, id: String(index), meter: "free" }));
	const cloud = model.cloud && { ...model.cloud, ...(resources && { resources }) };
	const result = checkPolicies(value, [{ ...model, ...(cloud && { cloud }) }], { today });
	expect(result.problems).toEqual([]);
	return result.violations.flatMap(({ groups, subject, says }) =>
		(groups.length === 0 ? [""] : groups.map((group) => `${group}/`)).map((of) => `${of}${subject}: ${says}`),
	);
}

describe.each(rules)("%s", (name, rule) => {
	const cases = ruleCases[name as keyof typeof ruleCases];

	test("is known by its id", () => {
		expect(rule.id).toBe(name);
		expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
	});

	test("says in sentences what holds, why, and what to do", () => {
		expect(rule.title).toMatch(/^[a-z][^.]*[a-z0-9]$/);
		for (const sentence of [rule.why, rule.fix]) expect(sentence).toMatch(/^[A-Z].*\.$/);
	});

	test("has at least one check", () => {
		expect(rule.check ?? rule.checkResource).toBeTypeOf("function");
	});

	test("holds for the first of its cases, and not for every one", () => {
		expect(cases[0]?.finds).toEqual([]);
		expect(cases.some(({ finds }) => finds.length > 0)).toBe(true);
	});

	test.each(cases.map((each, index) => ({ ...each, index })))("finds what case $index has", async (each) => {
		expect(await findings(name, each)).toEqual(each.finds);
	});

	test("asks only for what is plain JSON", async () => {
		const given = cases[0];
		const model = await reviewed(given?.deployment);
		const { value } = parsePolicies(file(name, given?.parameters ? { parameters: given.parameters } : {}));
		if (!value) throw new Error("the parameters are refused");
		const once = checkPolicies(value, [model], { today: "2027-01-15" });
		expect(checkPolicies(value, [JSON.parse(JSON.stringify(model))], { today: "2027-01-15" })).toEqual(once);
	});
});

test("every set has rules that there are, each once, and needs no parameter", () => {
	for (const [set, { rules: ids }] of Object.entries(ruleSets)) {
		expect(new Set(ids).size).toBe(ids.length);
		expect(parsePolicies({ policies: { sets: [set] } }).problems).toEqual([]);
	}
});

test.each([
	["without Claude Code", careful],
	["with it", carefulCodeWith({})],
])("nothing of the recommended set is against a careful deployment %s", async (_, deployment) => {
	const { value } = parsePolicies({ policies: {} });
	if (!value) throw new Error("the set is refused");
	const { violations } = checkPolicies(value, [await reviewed(deployment)], { today: "2027-01-15" });
	expect(violations).toEqual([]);
});
