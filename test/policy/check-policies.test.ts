import { beforeAll, expect, test } from "vitest";
import { checkPolicies } from "../../src/policy/check-policies.js";
import { parsePolicies } from "../../src/policy/parse-policies.js";
import { policyProblems } from "../../src/policy/policy-problems.js";
import { definePolicyRule, type PolicyRule } from "../../src/policy/policy-rule.js";
import { formatProblem } from "../../src/problem.js";
import type { ReviewedDeployment } from "../../src/review/reviewed-deployment.js";
import { carefulWith, reviewed } from "./careful.js";

const open = {
	preset: "lockedDown",
	settings: { coworkEgressAllowedHosts: ["*"], disableBypassPermissionsMode: false },
};
let deployment: ReviewedDeployment;
beforeAll(async () => {
	deployment = await reviewed(carefulWith({ groups: { a: open, b: open, c: { preset: "lockedDown" } } }));
});

const rules = { "open-sandbox": "error", "permission-prompts": "warning" };
const exemption = {
	rule: "open-sandbox",
	owner: "it@example.com",
	reason: "until the list of hosts is known",
	expires: "2027-03-31",
};

function check(exemptions: readonly object[], today = "2027-01-15", ownRules: readonly PolicyRule[] = []) {
	const { value, problems } = parsePolicies({ policies: { sets: [], rules, exemptions } }, { ownRules });
	if (!value) throw new Error(problems.map(formatProblem).join("\n"));
	const result = checkPolicies(value, [deployment], { today });
	return {
		violations: result.violations.map(({ rule, groups, severity }) => `${severity} ${rule.id} ${groups.join()}`),
		exempted: result.exempted.map(({ rule, groups, exemption }) => `${rule.id} ${groups.join()} ${exemption.expires}`),
		problems: result.problems.map(formatProblem),
		result,
	};
}

const sandbox = "error open-sandbox a,b";
const prompts = "warning permission-prompts a,b";

test("groups that share a finding share the violation, and errors come first", () => {
	expect(check([])).toMatchObject({ violations: [sandbox, prompts], exempted: [], problems: [] });
});

test("an exemption takes what it names, on its last day too", () => {
	for (const today of ["2027-01-15", "2027-03-31"])
		expect(check([exemption], today)).toMatchObject({
			violations: [prompts],
			exempted: ["open-sandbox a,b 2027-03-31"],
			problems: [],
		});
});

test("an exemption that is over exempts nothing and fails", () => {
	expect(check([exemption], "2027-04-01")).toMatchObject({
		violations: [sandbox, prompts],
		exempted: [],
		problems: [
			"policies.exemptions[0].expires: 2027-03-31 was the last day of the exemption from open-sandbox, for which it@example.com answers; mend what it exempts, or decide anew",
		],
	});
	expect(check([exemption], "2027-04-01").result.problems[0]?.severity).toBe("error");
});

test("an exemption of some groups leaves the others", () => {
	expect(check([{ ...exemption, groups: ["b", "c"] }])).toMatchObject({
		violations: ["error open-sandbox a", prompts],
		exempted: ["open-sandbox b 2027-03-31"],
	});
});

test("an exemption can name the subject, with any text for an asterisk", () => {
	const exempted = (subject: string) => check([{ ...exemption, subject }]).exempted.length;
	expect(exempted("coworkEgressAllowedHosts")).toBe(1);
	expect(exempted("cowork*")).toBe(1);
	expect(exempted("cowork")).toBe(0);
});

test("an exemption of another deployment is not this one's, nor is it called unused", () => {
	expect(check([{ ...exemption, deployment: "us" }])).toMatchObject({ violations: [sandbox, prompts], problems: [] });
	expect(check([{ ...exemption, deployment: "eu" }])).toMatchObject({ violations: [prompts] });
});

test("an exemption that exempts nothing is told", () => {
	expect(check([{ ...exemption, groups: ["c"] }]).problems).toEqual([
		"warning: policies.exemptions[0]: exempts nothing from open-sandbox any more; take it out",
	]);
});

test("a rule that breaks down is an error, and the others speak all the same", () => {
	const broken = definePolicyRule({
		id: "own-rule",
		title: "nothing",
		why: "No reason.",
		fix: "Nothing.",
		severity: "warning",
		check: () => {
			throw new TypeError("cannot read it");
		},
	});
	expect(check([], "2027-01-15", [broken])).toMatchObject({
		violations: [sandbox, prompts],
		problems: [
			'policies.rules["own-rule"]: cannot be applied to deployment eu: cannot read it; mend the rule, or switch it off',
		],
	});
});

test("violations are problems of the deployment, at the place where the setting stands", () => {
	expect(policyProblems(check([]).result).map(formatProblem)).toEqual([
		"groups.a.settings.coworkEgressAllowedHosts: lets the agent's tools reach every host in groups a and b; by policy open-sandbox, the agent's tools reach named hosts alone",
		"warning: groups.a.settings.disableBypassPermissionsMode: lets people switch off every prompt in groups a and b; by policy permission-prompts, nobody can let the agent act without being asked",
	]);
});
