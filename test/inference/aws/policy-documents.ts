import {
	loggingBucketPolicy,
	loggingKeyPolicy,
	loggingPolicy,
	loggingTrust,
} from "../../../src/inference/aws/log-policy.js";
import { planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../src/inference/aws/plan-mantle.js";
import type { PolicyDocument } from "../../../src/inference/aws/policy-document.js";
import { serviceControlPolicies } from "../../../src/inference/aws/service-control.js";
import { account, prefixCases, privateEndpoints, requestOf, signInCases } from "./policy-cases.js";

const place = { partition: "aws", region: "eu-central-1", accountId: account } as const;
const logGroup = `arn:aws:logs:eu-central-1:${account}:log-group:/claude/invocations`;

/** Every policy document that some case comes to, by a name for its file; equal ones once, under the first's. */
export function policyDocuments(): Map<string, PolicyDocument> {
	const documents = new Map<string, PolicyDocument>();
	for (const [name, document] of everyDocument()) {
		const text = JSON.stringify(document);
		if (![...documents.values()].some((other) => JSON.stringify(other) === text)) documents.set(name, document);
	}
	return documents;
}

function everyDocument(): Map<string, PolicyDocument> {
	const documents = new Map<string, PolicyDocument>();
	for (const prefix of prefixCases) {
		for (const signIn of signInCases) {
			const plan = planBedrock(requestOf(prefix, signIn, true));
			for (const identity of plan.identities) {
				const name = `${prefix.prefix}-${signIn.signIn}-${identity.role}`;
				documents.set(`identity-${name}`, identity.policy.document);
				if ("trust" in identity && identity.trust) documents.set(`trust-${name}`, identity.trust);
			}
			for (const { service, policy } of plan.endpoints?.services ?? []) {
				documents.set(`endpoint-${prefix.prefix}-${signIn.signIn}-${service}`, policy);
			}
		}
	}
	const mantle = planMantle({
		deployment: "mantle",
		region: "us-east-1",
		signIn: "bearerToken",
		signInBlock: {},
		models: ["anthropic.claude-sonnet-5"],
		provision: { accountId: account, privateEndpoints },
		groups: [{ name: "general" }],
		at: { block: ["inference", "mantle"], groups: ["groups"] },
	});
	for (const identity of mantle.identities) documents.set("identity-mantle-bearerToken", identity.policy.document);
	for (const { service, policy } of mantle.endpoints?.services ?? [])
		documents.set(`endpoint-mantle-${service}`, policy);

	const models = [
		{
			modelId: "anthropic.claude-sonnet-5",
			profileArns: [`arn:aws:bedrock:eu-central-1:${account}:inference-profile/eu.anthropic.claude-sonnet-5`],
		},
	];
	const platformRoleArn = "arn:aws:iam::*:role/platform";
	const strict = { partition: "aws", models, mantleUsed: false, longTermKeysUsed: false, platformRoleArn } as const;
	for (const [name, document] of Object.entries(serviceControlPolicies(strict))) {
		documents.set(`service-control-${name}`, document);
	}
	const open = { ...strict, mantleUsed: true, longTermKeysUsed: true, dataRetention: "aws_review" } as const;
	for (const [name, document] of Object.entries(serviceControlPolicies(open))) {
		documents.set(`service-control-open-${name}`, document);
	}
	documents.set("logging-trust", loggingTrust(place));
	documents.set("logging-role", loggingPolicy(`${logGroup}:*`));
	documents.set("logging-bucket", loggingBucketPolicy(place, "arn:aws:s3:::example-logs", "bedrock"));
	documents.set("logging-key", loggingKeyPolicy(place));
	return documents;
}
