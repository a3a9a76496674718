import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { prettyJson } from "../../../../src/json.js";
import { policyDocuments } from "./policy-documents.js";

const folder = path.join(import.meta.dirname, "../../../golden/aws/policies");
const documents = policyDocuments();

/** Actions that the cloud's documentation names, with the prefix that IAM knows. */
const documentedActions = [
	"bedrock:*",
	"bedrock:CallWithBearerToken",
	"bedrock:CountTokens",
	"bedrock:CreateModelInvocationJob",
	"bedrock:DeleteModelInvocationLoggingConfiguration",
	"bedrock:GetFoundationModel",
	"bedrock:GetInferenceProfile",
	"bedrock:InvokeModel",
	"bedrock:InvokeModelWithResponseStream",
	"bedrock:ListFoundationModels",
	"bedrock:ListInferenceProfiles",
	"bedrock:PutAccountDataRetention",
	"bedrock:PutModelInvocationLoggingConfiguration",
	"aws-external-anthropic:*",
	"bedrock-mantle:*",
	"bedrock-mantle:CallWithBearerToken",
	"bedrock-mantle:CreateInference",
	"bedrock-mantle:CreateProject",
	"bedrock-mantle:PutAccountDataRetention",
	"bedrock-mantle:UpdateProject",
	"ecr:BatchCheckLayerAvailability",
	"ecr:BatchGetImage",
	"ecr:GetAuthorizationToken",
	"ecr:GetDownloadUrlForLayer",
	"iam:CreateServiceSpecificCredential",
	"kms:*",
	"kms:Decrypt",
	"kms:DescribeKey",
	"kms:Encrypt",
	"kms:GenerateDataKey",
	"kms:GenerateDataKey*",
	"kms:ReEncrypt*",
	"logs:CreateLogStream",
	"logs:PutLogEvents",
	"s3:*",
	"s3:GetObject",
	"s3:PutObject",
	"secretsmanager:GetSecretValue",
	"sts:*",
	"sts:AssumeRole",
	"sts:AssumeRoleWithSAML",
	"sts:AssumeRoleWithWebIdentity",
	"sts:SetSourceIdentity",
	"sts:TagSession",
];

/** Actions that take no resource, so that nothing but `*` can stand for one. */
const withoutResource = [
	"bedrock:CallWithBearerToken",
	"bedrock:ListFoundationModels",
	"bedrock:ListInferenceProfiles",
	"bedrock-mantle:CallWithBearerToken",
	"ecr:GetAuthorizationToken",
];

const bedrockArn =
	/^arn:(aws|aws-us-gov):bedrock:([a-z]+(-[a-z]+)+-\d:\d{12}:((application-)?inference-profile|provisioned-model)\/[a-z0-9.:-]+|([a-z]+(-[a-z]+)+-\d|\*)?::foundation-model\/anthropic\.[a-z0-9.:-]+)$/;

describe.each([...documents])("%s", (name, document) => {
	it("is the reviewed document", async () => {
		await expect(prettyJson(document)).toMatchFileSnapshot(path.join(folder, `${name}.json`));
	});

	it("names documented actions, and allows them on everything only where they take no resource", () => {
		for (const { Sid, Action, Effect, Resource } of document.Statement) {
			for (const action of Action) {
				expect(documentedActions).toContain(action);
				if (Effect !== "Allow" || !Resource?.includes("*") || action.startsWith("kms:")) continue;
				// An endpoint that is everyone's in a VPC bounds principals by whose they are.
				if (name.startsWith("endpoint-") && Sid === "OurPrincipals") continue;
				expect(withoutResource).toContain(action);
			}
		}
	});

	it("names Bedrock's resources as AWS writes them", () => {
		for (const { Action, Effect, Resource = [] } of document.Statement) {
			if (Effect !== "Allow" || !Action.some((action) => /^bedrock:(Count|Invoke|Get)/.test(action))) continue;
			for (const resource of Resource) expect(resource).toMatch(bedrockArn);
		}
	});

	it("has distinct statement ids of letters and digits", () => {
		const ids = document.Statement.map(({ Sid }) => Sid);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]+$/);
	});
});

it("has no reviewed document that nothing makes", () => {
	expect(readdirSync(folder).sort()).toEqual([...documents.keys()].map((name) => `${name}.json`).sort());
});
