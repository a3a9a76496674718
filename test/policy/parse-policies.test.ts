import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { isObject } from "../../src/json.js";
import { parsePolicies, usualPolicies } from "../../src/policy/parse-policies.js";
import { definePolicyRule } from "../../src/policy/policy-rule.js";
import { policySchema } from "../../src/policy/policy-schema.js";
import { ruleSets } from "../../src/policy/rule-sets.js";
import { formatProblem } from "../../src/problem.js";

const problemsOf = (policies: unknown) => parsePolicies({ policies }).problems.map(formatProblem);
const idsOf = (policies: unknown) => parsePolicies({ policies }).value?.rules.map(({ rule }) => rule.id);
const exemption = { rule: "open-sandbox", owner: "it@example.com", reason: "pilot", expires: "2027-03-31" };

const own = definePolicyRule({
	id: "own-gateway",
	title: "every group uses the gateway of the organization",
	why: "Only it keeps records.",
	fix: "Take the route gateway.",
	severity: "warning",
	check: () => [],
});

test("without a word of sets the recommended one holds, each rule by its own weight", () => {
	const { value } = parsePolicies({ policies: {} });
	expect(value?.rules.map(({ rule }) => rule.id)).toEqual(ruleSets.recommended.rules);
	expect(value?.rules.every(({ rule, severity }) => severity === rule.severity)).toBe(true);
	expect(usualPolicies().value).toEqual(value);
});

test("a rule that is named holds beside the sets, weighs what is said, and is gone where it is off", () => {
	expect(idsOf({ sets: [], rules: { telemetry: "warning" } })).toEqual(["telemetry"]);
	expect(idsOf({ sets: [], rules: { telemetry: {} } })).toEqual(["telemetry"]);
	const { value } = parsePolicies({
		policies: {
			rules: { "open-sandbox": "warning", "static-secret": "off", residency: { parameters: { regions: ["eu-*"] } } },
		},
	});
	const chosen = new Map(value?.rules.map(({ rule, ...rest }) => [rule.id, rest]));
	expect(chosen.get("open-sandbox")?.severity).toBe("warning");
	expect(chosen.has("static-secret")).toBe(false);
	expect(chosen.get("residency")).toEqual({ severity: "error", parameters: { regions: ["eu-*"] } });
});

test("parameters come with the defaults of the rule", () => {
	const rules = { "break-glass": { parameters: { longestDays: 7 } } };
	expect(parsePolicies({ policies: { sets: [], rules } }).value?.rules[0]?.parameters).toEqual({
		names: ["break-glass*", "breakglass*", "emergency*"],
		groups: {},
		longestDays: 7,
	});
});

test.each<[unknown, string[]]>([
	[{ sets: ["recomended"] }, ['policies.sets[0]: is no rule set; did you mean "recommended"?']],
	[
		{ rules: { "open-sandboxes": "error" } },
		['policies.rules["open-sandboxes"]: unknown member; did you mean "open-sandbox"?'],
	],
	[
		{ rules: { "open-sandbox": "fatal" } },
		['policies.rules["open-sandbox"]: is text; expected one of error, warning, off or an object'],
	],
	[
		{ rules: { "session-retention": { parameters: { longestDay: 7 } } } },
		['policies.rules["session-retention"].parameters.longestDay: unknown member; did you mean "longestDays"?'],
	],
	[
		{ rules: { "session-retention": { parameters: { longestDays: 0 } } } },
		['policies.rules["session-retention"].parameters.longestDays: is 0; expected at least 1'],
	],
	[
		{ rules: { residency: "error" } },
		["policies.rules.residency: needs parameters: regions; give them, or switch the rule off"],
	],
	[
		{ rules: { residency: { parameters: {} } } },
		["policies.rules.residency.parameters.regions: is missing; expected a list"],
	],
	[
		{ exemptions: [{ ...exemption, rule: "open-sandbx" }] },
		['policies.exemptions[0].rule: is no rule; did you mean "open-sandbox"?'],
	],
	[
		{ exemptions: [{ rule: "open-sandbox" }] },
		[
			"policies.exemptions[0].owner: is missing; expected text",
			"policies.exemptions[0].reason: is missing; expected text",
			"policies.exemptions[0].expires: is missing; expected text",
		],
	],
	[
		{ exemptions: [{ ...exemption, expires: "31.3.2027" }] },
		["policies.exemptions[0].expires: is no day; expected one such as 2027-03-31"],
	],
	[
		{ exemptions: [{ ...exemption, expires: "2027-02-29" }] },
		["policies.exemptions[0].expires: is no day: there is no 2027-02-29; expected one such as 2027-03-31"],
	],
	[
		{ exemptions: [{ ...exemption, owner: "" }] },
		["policies.exemptions[0].owner: is empty; give a value or leave it out"],
	],
	[{ rules: { residency: "off" } }, []],
	[{ exemptions: [exemption] }, []],
])("%j is refused for what is wrong with it", (policies, problems) => {
	expect(problemsOf(policies)).toEqual(problems);
});

test("what stands beside policies is told to stand below it", () => {
	expect(parsePolicies({ sets: ["recommended"] }).problems.map(formatProblem)).toEqual([
		"sets: stands below policies, one step further in",
		"policies: is missing; expected an object",
	]);
});

test("a rule of one's own holds without being named, and can be named", () => {
	const held = parsePolicies({ policies: { sets: [] } }, { ownRules: [own] }).value?.rules;
	expect(held?.map(({ rule }) => rule.id)).toEqual(["own-gateway"]);
	const weighed = parsePolicies({ policies: { sets: [], rules: { "own-gateway": "error" } } }, { ownRules: [own] });
	expect(weighed.value?.rules[0]?.severity).toBe("error");
	expect(parsePolicies({ policies: {} }, { ownRules: [{ ...own, id: "open-sandbox" }] }).problems[0]?.code).toBe(
		"same-rule",
	);
});

test("the schema takes what the check takes, and refuses what has another form", () => {
	const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
	const takes = ajv.compile(policySchema());
	for (const policies of [
		{},
		{ sets: ["confidential"] },
		{ rules: { residency: { parameters: { regions: ["eu"] } } } },
	]) {
		expect(parsePolicies({ policies }).problems).toEqual([]);
		expect(takes({ policies })).toBe(true);
	}
	expect(takes({ extends: "../policies.yaml", policies: { exemptions: [exemption] } })).toBe(true);
	for (const policies of [
		{ sets: ["recomended"] },
		{ rules: { "open-sandboxes": "error" } },
		{ rules: { residency: { parameters: {} } } },
		{ exemptions: [{ rule: "open-sandbox" }] },
	])
		expect(takes({ policies })).toBe(false);
});

test("the schema describes every rule by what holds where nothing is found", () => {
	const text = JSON.stringify(policySchema());
	expect(text).toContain("The agent's tools reach named hosts alone.");
	expect(isObject(policySchema().$defs)).toBe(true);
});
