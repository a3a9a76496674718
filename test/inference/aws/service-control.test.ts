import { describe, expect, it } from "vitest";
import { policyLimits, policySize } from "../../../src/inference/aws/policy-document.js";
import { serviceControlPolicies } from "../../../src/inference/aws/service-control.js";
import { decide, type IamRequest } from "./iam.js";

const profile = "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/global.anthropic.claude-sonnet-5";
const model = (region: string, id: string) => `arn:aws:bedrock:${region}::foundation-model/${id}`;
const platform = { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/platform" };
const strict = {
	partition: "aws",
	models: [{ modelId: "anthropic.claude-sonnet-5", profileArns: [profile] }],
	mantleUsed: false,
	longTermKeysUsed: false,
	platformRoleArn: "arn:aws:iam::*:role/platform",
} as const;
const open = { ...strict, mantleUsed: true, longTermKeysUsed: true, dataRetention: "aws_review" } as const;

function denied(
	request: typeof strict | typeof open,
	action: string,
	resource: string,
	context: IamRequest["context"] = {},
) {
	return decide(Object.values(serviceControlPolicies(request)), { action, resource, context }) === "explicit deny";
}

describe("service control policies", () => {
	it("leave listed models alone through their profiles", () => {
		expect(denied(strict, "bedrock:InvokeModel", profile)).toBe(false);
		for (const region of ["eu-west-1", ""]) {
			const context = { "bedrock:InferenceProfileArn": profile };
			expect(denied(strict, "bedrock:InvokeModel", model(region, "anthropic.claude-sonnet-5"), context)).toBe(false);
		}
	});

	it("deny other models, other profiles and direct calls", () => {
		const context = { "bedrock:InferenceProfileArn": profile };
		expect(denied(strict, "bedrock:InvokeModel", model("eu-west-1", "meta.llama"), context)).toBe(true);
		expect(denied(strict, "bedrock:InvokeModel", `${profile}-other`)).toBe(true);
		expect(denied(strict, "bedrock:InvokeModel", model("eu-west-1", "anthropic.claude-sonnet-5"))).toBe(true);
	});

	it("deny Mantle and long-term keys where nobody uses them", () => {
		const longTerm = { "bedrock:bearerTokenType": "LONG_TERM" };
		const ofBedrock = { "iam:ServiceSpecificCredentialServiceName": "bedrock.amazonaws.com" };
		expect(denied(strict, "bedrock-mantle:CreateInference", "*")).toBe(true);
		expect(denied(open, "bedrock-mantle:CreateInference", "*")).toBe(false);
		expect(denied(strict, "bedrock:CallWithBearerToken", "*", longTerm)).toBe(true);
		expect(denied(open, "bedrock:CallWithBearerToken", "*", longTerm)).toBe(false);
		expect(denied(strict, "bedrock:CallWithBearerToken", "*", { "bedrock:bearerTokenType": "SHORT_TERM" })).toBe(false);
		expect(denied(strict, "iam:CreateServiceSpecificCredential", "*", ofBedrock)).toBe(true);
		expect(denied(open, "iam:CreateServiceSpecificCredential", "*", ofBedrock)).toBe(true);
		const aged = { ...ofBedrock, "iam:ServiceSpecificCredentialAgeDays": "90" };
		expect(denied(open, "iam:CreateServiceSpecificCredential", "*", aged)).toBe(false);
	});

	it("leave logging and retention to the platform's role, within bounds", () => {
		const put = "bedrock:PutAccountDataRetention";
		const mode = (name: string) => ({ ...platform, "bedrock:DataRetentionMode": name });
		expect(denied(strict, "bedrock:DeleteModelInvocationLoggingConfiguration", "*")).toBe(true);
		expect(denied(strict, "bedrock:DeleteModelInvocationLoggingConfiguration", "*", platform)).toBe(false);
		expect(denied(strict, put, "*", mode("default"))).toBe(false);
		expect(denied(strict, put, "*", mode("aws_review"))).toBe(true);
		expect(denied(open, put, "*", mode("aws_review"))).toBe(false);
		expect(denied(open, put, "*", { "bedrock:DataRetentionMode": "none" })).toBe(true);
		expect(denied(open, "bedrock-mantle:CreateProject", "*")).toBe(false);
		const legacy = { "bedrock-mantle:DataRetentionMode": "provider_data_share" };
		expect(denied(open, "bedrock-mantle:CreateProject", "*", legacy)).toBe(true);
	});

	it.each(Object.entries(serviceControlPolicies(strict)))("%s has room to grow", (_, document) => {
		expect(policySize(document)).toBeLessThan(policyLimits.serviceControl / 2);
	});
});
