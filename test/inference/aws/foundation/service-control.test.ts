import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import type { ServiceControlOptions } from "../../../../src/inference/aws/foundation/options.js";
import { planFoundation } from "../../../../src/inference/aws/foundation/plan-foundation.js";
import { policyLimits, policySize } from "../../../../src/inference/aws/policy/policy-size.js";
import { planned } from "../planned.js";
import { type BedrockCall, passes } from "../policy/bedrock-call.js";
import { decide, type IamRequest } from "../policy/iam.js";

const account = "111122223333";
const platform = { "aws:PrincipalArn": `arn:aws:iam::${account}:role/platform` };
const strict: ServiceControlOptions = {
	models: ["global.anthropic.claude-sonnet-5", "us.anthropic.claude-opus-4-6-v1"],
	platformRoleArn: `arn:aws:iam::${account}:role/platform`,
};
const open: ServiceControlOptions = {
	...strict,
	mantleModels: ["anthropic.claude-sonnet-5"],
	longTermKeysUsed: true,
	dataRetention: "aws_review",
};

/** What every account has that no policy of an organisation denies anything. */
const fullAccess: PolicyDocument = {
	Version: "2012-10-17",
	Statement: [{ Sid: "FullAWSAccess", Effect: "Allow", Action: ["*"], Resource: ["*"] }],
};

const known = new Map<ServiceControlOptions, PolicyDocument[]>();

function documents(serviceControl: ServiceControlOptions, region = "eu-central-1"): PolicyDocument[] {
	const made =
		known.get(serviceControl) ??
		(Object.values(
			planned(planFoundation({ region, accountId: account, serviceControl })).policies,
		) as PolicyDocument[]);
	known.set(serviceControl, made);
	return made;
}

function denied(options: ServiceControlOptions, action: string, resource: string, context: IamRequest["context"] = {}) {
	return decide(documents(options), { action, resource, context }) === "explicit deny";
}

/** Whether the policies leave a call alone that an account's own policies allow. */
function admits(options: ServiceControlOptions, call: Partial<BedrockCall>): boolean {
	const whole = { partition: "aws", region: "eu-central-1", accountId: account, destination: undefined };
	return passes([fullAccess, ...documents(options)], { ...whole, modelId: "anthropic.claude-sonnet-5", ...call });
}

const sonnet = "inference-profile/global.anthropic.claude-sonnet-5";
const opus = "inference-profile/us.anthropic.claude-opus-4-6-v1";

describe("service control policies", () => {
	it("leave listed models alone through their profiles, in every account and region of the partition", () => {
		for (const accountId of [account, "444455556666"]) {
			expect(admits(strict, { accountId, profile: sonnet })).toBe(true);
			expect(admits(strict, { accountId, profile: sonnet, region: "ap-south-1" })).toBe(true);
			const call = { profile: opus, modelId: "anthropic.claude-opus-4-6-v1", region: "us-west-1" };
			for (const destination of ["us-east-1", "ca-west-1"]) {
				expect(admits(strict, { ...call, accountId, destination })).toBe(true);
			}
		}
	});

	it("deny other models, other profiles and direct calls", () => {
		expect(admits(strict, { profile: sonnet, modelId: "anthropic.claude-opus-4-8" })).toBe(false);
		expect(admits(strict, { profile: "inference-profile/eu.anthropic.claude-sonnet-5" })).toBe(false);
		expect(admits(strict, { profile: `${sonnet}-other` })).toBe(false);
		expect(admits(strict, {})).toBe(false);
		expect(admits(strict, { destination: "eu-west-1" })).toBe(false);
	});

	it("admit an application profile over a listed model, and none over another", () => {
		const profile = "application-inference-profile/a1b2c3d4e5f6";
		expect(admits(strict, { profile })).toBe(true);
		expect(admits(strict, { profile, accountId: "444455556666", region: "us-east-1" })).toBe(true);
		expect(admits(strict, { profile, modelId: "anthropic.claude-opus-4-8" })).toBe(false);
		expect(admits(strict, { profile, modelId: "meta.llama3-70b-instruct-v1:0" })).toBe(false);
	});

	it("admit a copy of a foundation model, and not the model itself", () => {
		const models = ["arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5"];
		const options = { ...strict, models };
		const call = { region: "us-east-1", destination: "us-east-1" };
		expect(admits(options, { ...call, profile: "application-inference-profile/a1b2c3d4e5f6" })).toBe(true);
		expect(admits(options, call)).toBe(false);
		expect(admits(options, { ...call, profile: "inference-profile/us.anthropic.claude-sonnet-5" })).toBe(false);
	});

	it("take an ARN of any account and region for the profile that it names", () => {
		const models = ["arn:aws:bedrock:us-east-1:999988887777:inference-profile/us.anthropic.claude-opus-4-6-v1"];
		const call = { profile: opus, modelId: "anthropic.claude-opus-4-6-v1", region: "us-west-1" };
		expect(admits({ ...strict, models }, { ...call, destination: "us-east-2" })).toBe(true);
	});

	it("admit the provisioned throughput that is listed only", () => {
		const arn = (id: string) => `arn:aws:bedrock:eu-central-1:${account}:provisioned-model/${id}`;
		const options = { ...strict, models: [arn("0123456789ab")] };
		expect(denied(options, "bedrock:InvokeModel", arn("0123456789ab"))).toBe(false);
		expect(denied(options, "bedrock:InvokeModel", arn("ba9876543210"))).toBe(true);
	});

	// https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-prereq.html
	it("bound batch jobs by the list, too", () => {
		const create = "bedrock:CreateModelInvocationJob";
		const model = (id: string) => `arn:aws:bedrock:us-east-1::foundation-model/${id}`;
		expect(denied(strict, create, model("anthropic.claude-opus-4-8"))).toBe(true);
		expect(denied(strict, create, model("anthropic.claude-sonnet-5"))).toBe(false);
		expect(denied(strict, create, `arn:aws:bedrock:us-east-1:${account}:model-invocation-job/*`)).toBe(false);
		expect(denied(strict, create, `arn:aws:bedrock:us-east-1:${account}:custom-model/x`)).toBe(true);
	});

	it("bound Mantle by its own list, or deny it", () => {
		const create = "bedrock-mantle:CreateInference";
		const project = `arn:aws:bedrock-mantle:us-east-1:${account}:project/default`;
		const model = (id: string) => ({ "bedrock-mantle:Model": id });
		expect(denied(strict, create, project, model("anthropic.claude-sonnet-5"))).toBe(true);
		expect(denied(open, create, project, model("anthropic.claude-sonnet-5"))).toBe(false);
		expect(denied(open, create, project, model("anthropic.claude-opus-4-8"))).toBe(true);
		expect(denied(open, create, project)).toBe(true);
		expect(denied(strict, "bedrock-mantle:ListModels", project)).toBe(true);
		expect(denied(open, "bedrock-mantle:ListModels", project)).toBe(false);
		// A door of the same models beside Mantle, which nothing here goes through.
		const workspace = `arn:aws:aws-external-anthropic:us-east-1:${account}:workspace/x`;
		for (const request of [strict, open]) {
			expect(denied(request, "aws-external-anthropic:CreateInference", workspace)).toBe(true);
		}
	});

	it("deny all of Bedrock proper where only Mantle's models are listed", () => {
		const options = { ...open, models: [] };
		expect(admits(options, { profile: sonnet })).toBe(false);
		expect(admits(options, { profile: "application-inference-profile/a1b2c3d4e5f6" })).toBe(false);
	});

	it("deny long-term keys at both doors where nobody uses them", () => {
		const ofBedrock = { "iam:ServiceSpecificCredentialServiceName": "bedrock.amazonaws.com" };
		const doors = [
			["bedrock:CallWithBearerToken", "bedrock:bearerTokenType"],
			["bedrock-mantle:CallWithBearerToken", "bedrock-mantle:BearerTokenType"],
		] as const;
		const mantleUsed = { ...strict, mantleModels: ["anthropic.claude-sonnet-5"] };
		for (const [action, key] of doors) {
			expect(denied(mantleUsed, action, "*", { [key]: "LONG_TERM" }), action).toBe(true);
			expect(denied(open, action, "*", { [key]: "LONG_TERM" }), action).toBe(false);
			expect(denied(mantleUsed, action, "*", { [key]: "SHORT_TERM" }), action).toBe(false);
		}
		expect(denied(strict, "iam:CreateServiceSpecificCredential", "*", ofBedrock)).toBe(true);
		expect(denied(open, "iam:CreateServiceSpecificCredential", "*", ofBedrock)).toBe(true);
		const aged = { ...ofBedrock, "iam:ServiceSpecificCredentialAgeDays": "90" };
		expect(denied(open, "iam:CreateServiceSpecificCredential", "*", aged)).toBe(false);
	});

	it("leave logging to the platform's role", () => {
		expect(denied(strict, "bedrock:DeleteModelInvocationLoggingConfiguration", "*")).toBe(true);
		expect(denied(strict, "bedrock:DeleteModelInvocationLoggingConfiguration", "*", platform)).toBe(false);
	});

	// https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html
	it.each([
		["bedrock:PutAccountDataRetention", "bedrock:DataRetentionMode"],
		["bedrock-mantle:PutAccountDataRetention", "bedrock-mantle:DataRetentionMode"],
	])("leave %s to the platform's role, within the same bounds at both doors", (action, key) => {
		const mantleUsed = { ...strict, mantleModels: ["anthropic.claude-sonnet-5"] };
		for (const mode of ["none", "default", "inherit"]) {
			expect(denied(mantleUsed, action, "*", { ...platform, [key]: mode }), mode).toBe(false);
			expect(denied(mantleUsed, action, "*", { [key]: mode }), mode).toBe(true);
		}
		expect(denied(mantleUsed, action, "*", { ...platform, [key]: "aws_review" })).toBe(true);
		expect(denied(open, action, "*", { ...platform, [key]: "aws_review" })).toBe(false);
		expect(denied(open, action, "*", { ...platform, [key]: "provider_data_share" })).toBe(true);
	});

	it("bound what projects on Mantle say of retention, and let them say nothing", () => {
		const create = "bedrock-mantle:CreateProject";
		expect(denied(open, create, "*")).toBe(false);
		expect(denied(open, create, "*", { "bedrock-mantle:DataRetentionMode": "inherit" })).toBe(false);
		expect(denied(open, create, "*", { "bedrock-mantle:DataRetentionMode": "provider_data_share" })).toBe(true);
	});

	it("are of the partition", () => {
		const models = ["us-gov.anthropic.claude-opus-4-8"];
		const platformRoleArn = "arn:aws-us-gov:iam::111122223333:role/platform";
		for (const document of documents({ models, platformRoleArn }, "us-gov-west-1")) {
			expect(JSON.stringify(document)).not.toContain("arn:aws:");
		}
	});
});

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
describe("the size that AWS takes", () => {
	const many = (length: number): ServiceControlOptions => ({
		...strict,
		models: Array.from({ length }, (_, index) => `eu.anthropic.claude-example-${100 + index}`),
	});
	const last = (length: number) => `anthropic.claude-example-${99 + length}`;

	it.each([40, 50, 60])("holds %i models, each through its profile only", (length) => {
		const options = many(length);
		for (const document of documents(options)) expect(policySize(document)).toBeLessThanOrEqual(10_240);
		const call = { modelId: last(length), destination: "eu-west-1" };
		expect(admits(options, { ...call, profile: `inference-profile/eu.${last(length)}` })).toBe(true);
		expect(admits(options, { ...call, profile: `inference-profile/us.${last(length)}` })).toBe(false);
		expect(admits(options, { ...call, profile: sonnet })).toBe(false);
		expect(admits(options, call)).toBe(false);
	});

	it("is refused where even the short form is longer", () => {
		expect(policyLimits.serviceControl).toBe(10_240);
		expect(() => documents(many(80))).toThrow(
			/serviceControl: needs a policy of \d{5} characters, and AWS takes 10240; list fewer models$/m,
		);
	});
});
