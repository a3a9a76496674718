import { describe, expect, it } from "vitest";
import { checkOidcRole, checkProxyRole } from "../../../../src/inference/aws/identity/check-trust.js";
import type { OidcRoleProvision } from "../../../../src/inference/aws/provision.js";
import { awsPrincipals } from "../../../../src/inference/aws/request.js";
import { formatProblem, isError } from "../../../../src/problem.js";
import { account } from "../policy/policy-cases.js";
import { base, general, opus, pilot, withHelper } from "./identity-requests.js";

const open = { issuerUrl: "https://login.example.com/tenant", clientId: "cowork" };
const both = { pilot: ["pilots"], general: ["everyone"] };
const otherModels = [general, { ...pilot, models: [opus] }];

function problems(oidcRole: OidcRoleProvision, groups = base.groups) {
	const request = { ...base, ...withHelper, groups, provision: { accountId: account, oidcRole } };
	return checkOidcRole(request, awsPrincipals(request), ["role"]);
}

describe("nothing is wrong", () => {
	it.each<[string, OidcRoleProvision]>([
		["with a subject for groups with the same models", { ...open, subject: "waad|*" }],
		["with a claim", { ...open, groupClaim: { name: "amr", values: both } }],
		["with a session tag", { ...open, sessionTag: { key: "group", values: both } }],
		["with a role that exists", { existing: { roleName: "cowork" } }],
		[
			"with the provider of an issuer whose name ends in a slash",
			{
				...open,
				issuerUrl: "https://tenant.auth0.com/",
				subject: "a",
				providerArn: `arn:aws:iam::${account}:oidc-provider/tenant.auth0.com/`,
			},
		],
	])("%s", (_, role) => {
		expect(problems(role)).toEqual([]);
	});

	it("with a session tag for groups whose models differ", () => {
		expect(problems({ ...open, sessionTag: { key: "group", values: both } }, otherModels)).toEqual([]);
	});
});

describe("what is wrong", () => {
	it.each<[string, OidcRoleProvision, string[]]>([
		[
			"no audience, issuer and subject",
			{},
			[
				"role.issuerUrl: is missing; the trust needs the issuer of the tokens",
				"role.clientId: is missing; the trust needs the audience of the tokens",
				"role: trusts everyone whom the issuer knows; give a subject, or a groupClaim or sessionTag of each group",
			],
		],
		[
			"every subject",
			{ ...open, subject: "*" },
			["role.subject: stands for every subject; name one, or give a groupClaim or sessionTag"],
		],
		[
			"every subject in two parts",
			{ ...open, subject: "*|*" },
			["role.subject: stands for every subject; name one, or give a groupClaim or sessionTag"],
		],
		[
			"a second wildcard",
			{ ...open, subject: "waad|?lice*" },
			["role.subject: has ? beside *, where IAM takes it for any one character; write * for it"],
		],
		[
			"subjects in two places",
			{ ...open, subject: "alice", groupClaim: { name: "sub", values: both } },
			["role.subject: does not go with a groupClaim that names subjects; leave one of them out"],
		],
		[
			"a claim of no group, and a group of no claim",
			{ ...open, groupClaim: { name: "amr", values: { pilots: ["a"], general: ["b"] } } },
			[
				'role.groupClaim.values.pilots: no group of this name; did you mean "pilot"?',
				"role.groupClaim.values.pilot: is missing; nobody could assume the group's role",
			],
		],
		[
			"a tag of no group, and a group of no tag",
			{ ...open, sessionTag: { key: "group", values: { pilots: ["a"], general: ["b"] } } },
			[
				'role.sessionTag.values.pilots: no group of this name; did you mean "pilot"?',
				"role.sessionTag.values.pilot: is missing; nobody could assume the group's role",
			],
		],
		[
			"a provider of another account and issuer",
			{ ...open, subject: "a", providerArn: "arn:aws:iam::999988887777:oidc-provider/login.example.com" },
			[
				`role.providerArn: is of account 999988887777; the role is created in ${account}, and trusts no other's provider`,
				"role.providerArn: is that of issuer login.example.com; expected that of issuerUrl, login.example.com/tenant",
			],
		],
	])("%s", (_, role, expected) => {
		expect(problems(role).map(formatProblem)).toEqual(expected);
	});

	it("a subject for groups whose models differ", () => {
		expect(problems({ ...open, subject: "me" }, otherModels).map(formatProblem)).toEqual([
			"role.subject: would let the people of general and of pilot assume each other's role, whose models differ; give a groupClaim or sessionTag",
		]);
	});

	it("a proxy that is nobody", () => {
		expect(checkProxyRole({}, awsPrincipals(base), ["role"]).map(formatProblem)).toEqual([
			"role.principalArn: is missing; the trust needs the ARN of what the proxy runs as",
		]);
	});
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entities
describe("a trust's size", () => {
	const values = (count: number) =>
		Array.from({ length: count }, (_, index) => `person-${index}@example.com`.padEnd(32));
	const role = (count: number) => ({
		...open,
		groupClaim: { name: "email", values: { pilot: values(count), general: [] } },
	});

	it.each<[number, "none" | "warning" | "error"]>([
		[40, "none"],
		[60, "warning"],
		[220, "warning"],
		[240, "error"],
	])("of %d values of 32 characters is a problem: %s", (count, expected) => {
		const [problem] = problems(role(count));
		expect(problem ? (isError(problem) ? "error" : "warning") : "none").toBe(expected);
	});

	it("is named with the quota, and without it where no quota helps", () => {
		const [raise] = problems(role(60)).map(formatProblem);
		expect(raise).toMatch(
			/^warning: role: needs a trust of 2\d{3} characters for pilot, general, and AWS takes 2048 unless the account's IAM quota "Role trust policy length" is raised, to 8192 at most; raise it, or give fewer values$/,
		);
		const [refuse] = problems(role(240)).map(formatProblem);
		expect(refuse).toMatch(/^role: needs a trust of 8\d{3} characters .*AWS takes 8192 at most; give fewer values$/);
	});
});
