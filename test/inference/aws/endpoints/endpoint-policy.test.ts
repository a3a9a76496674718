import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../../src/inference/aws/plan-mantle.js";
import type { AwsService } from "../../../../src/inference/aws-hosts.js";
import { planned, policyIn } from "../planned.js";
import { decide, type IamRequest } from "../policy/iam.js";
import { account } from "../policy/policy-cases.js";
import { bedrockRequests, mantleRequests } from "../policy/policy-requests.js";

const other = "999988887777";
const organization = "o-a1b2c3d4e5";
const role = (name: string, of = account) => `arn:aws:iam::${of}:role/${name}`;

function policyOf(name: string, service: AwsService): PolicyDocument {
	const [bedrock, mantle] = [bedrockRequests[name], mantleRequests[name]];
	const outcome = bedrock ? planBedrock(bedrock) : mantle && planMantle(mantle);
	if (!outcome) throw new Error(`no request ${name}`);
	return policyIn(planned(outcome), `endpoint-${service}`);
}

function may(policy: PolicyDocument, action: string, resource: string, context: IamRequest["context"] = {}): boolean {
	return decide([policy], { action, resource, context }) === "allow";
}

describe("the token service's endpoint, which is the whole VPC's", () => {
	const ofAccount = policyOf("account-only", "sts");
	const ofOrganization = policyOf("existing-role", "sts");
	const token = "sts:AssumeRoleWithWebIdentity";

	it("lets people assume the deployment's roles, whatever is known of them", () => {
		expect(may(ofAccount, token, role("cowork-eu"))).toBe(true);
		expect(may(ofAccount, token, role("somebodys"))).toBe(false);
		expect(may(ofOrganization, token, role("developers"))).toBe(true);
		expect(may(ofOrganization, token, role("teams/ai/developers"))).toBe(true);
		expect(may(ofOrganization, "sts:TagSession", role("teams/ai/developers"))).toBe(true);
		expect(may(ofOrganization, token, role("developers", other))).toBe(false);
	});

	it.each([
		["account", ofAccount, { "aws:PrincipalAccount": account }, { "aws:PrincipalAccount": other }],
		["organisation", ofOrganization, { "aws:PrincipalOrgID": organization }, { "aws:PrincipalOrgID": "o-0000000000" }],
	])("lets principals of the %s do what they do, and no others", (_, policy, ours, theirs) => {
		for (const action of ["sts:GetCallerIdentity", "sts:AssumeRole", "sts:GetSessionToken"]) {
			expect(may(policy, action, role("workload"), ours)).toBe(true);
			expect(may(policy, action, role("workload"), theirs)).toBe(false);
		}
	});

	it.each([
		["account", ofAccount, { "aws:ResourceAccount": account }, { "aws:ResourceAccount": other }],
		["organisation", ofOrganization, { "aws:ResourceOrgID": organization }, { "aws:ResourceOrgID": "o-0000000000" }],
	])("lets workloads assume roles of the %s with tokens and assertions, and no others", (_, policy, ours, theirs) => {
		for (const action of [token, "sts:AssumeRoleWithSAML"]) {
			expect(may(policy, action, role("workload"), ours)).toBe(true);
			expect(may(policy, action, role("workload", other), theirs)).toBe(false);
		}
		expect(may(policy, "sts:AssumeRole", role("workload"), ours)).toBe(false);
	});
});

describe("Bedrock's endpoints", () => {
	const ours = { "aws:PrincipalAccount": account };
	const model = (region: string) => `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet-5`;

	it("read about models in their own region only", () => {
		const control = policyOf("account-only", "control");
		expect(may(control, "bedrock:GetFoundationModel", model("eu-central-1"), ours)).toBe(true);
		expect(may(control, "bedrock:GetFoundationModel", model("eu-west-1"), ours)).toBe(false);
		const profile = `arn:aws:bedrock:eu-central-1:${account}:inference-profile/eu.anthropic.claude-sonnet-5`;
		expect(may(control, "bedrock:GetInferenceProfile", profile, ours)).toBe(true);
	});
});

describe("endpoints that are everybody's", () => {
	const opus = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-opus-4-8";

	it.each(["runtime", "control"] as const)(
		"of %s let the organisation's principals do what they may, and no others",
		(service) => {
			const [open, closed] = ["open-endpoints", "count-tokens"].map((name) => policyOf(name, service));
			if (!open || !closed) throw new Error("no policies");
			for (const action of ["bedrock:InvokeModel", "bedrock:CreateInferenceProfile"]) {
				expect(may(open, action, opus, { "aws:PrincipalOrgID": organization })).toBe(true);
				expect(may(open, action, opus, { "aws:PrincipalOrgID": "o-0000000000" })).toBe(false);
				expect(may(open, action, opus)).toBe(false);
				expect(may(closed, action, opus, { "aws:PrincipalOrgID": organization })).toBe(false);
			}
			expect(may(open, "sts:AssumeRole", "*", { "aws:PrincipalOrgID": organization })).toBe(false);
		},
	);

	it("of Mantle do so for Mantle alone", () => {
		const policy = policyOf("mantle-open-endpoint", "mantle");
		const ours = { "aws:PrincipalOrgID": organization };
		expect(may(policy, "bedrock-mantle:CreateProject", "*", ours)).toBe(true);
		expect(may(policy, "bedrock-mantle:CreateProject", "*")).toBe(false);
		expect(may(policy, "bedrock:InvokeModel", opus, ours)).toBe(false);
	});
});

describe("Mantle's endpoint", () => {
	it("lets the listed models through only", () => {
		const policy = policyOf("mantle-bearerToken", "mantle");
		const project = `arn:aws:bedrock-mantle:us-east-1:${account}:project/default`;
		const call = (name: string, organizationId = organization) =>
			may(policy, "bedrock-mantle:CreateInference", project, {
				"aws:PrincipalOrgID": organizationId,
				"bedrock-mantle:Model": name,
			});
		expect(call("anthropic.claude-sonnet-5")).toBe(true);
		expect(call("anthropic.claude-opus-5")).toBe(false);
		expect(call("anthropic.claude-sonnet-5", "o-0000000000")).toBe(false);
	});

	it.each([
		["mantle-bearerToken", "LONG_TERM", "SHORT_TERM"],
		["mantle-helper", "SHORT_TERM", "LONG_TERM"],
	])("%s is called with keys of its kind", (name, kind, otherKind) => {
		const request = mantleRequests[name];
		if (!request) throw new Error("no request");
		const document = policyIn(planned(planMantle(request)), "identity-shared");
		const withKey = (type: string) =>
			may(document, "bedrock-mantle:CallWithBearerToken", "*", { "bedrock-mantle:BearerTokenType": type });
		expect(withKey(kind)).toBe(true);
		expect(withKey(otherKind)).toBe(false);
	});
});
