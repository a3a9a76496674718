import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import {
	loggingBucketPolicy,
	loggingKeyPolicy,
	loggingPolicy,
	loggingTrust,
} from "../../../../src/inference/aws/foundation/logging-policies.js";
import type { ServiceControlOptions } from "../../../../src/inference/aws/foundation/options.js";
import { planFoundation, serviceControlPolicy } from "../../../../src/inference/aws/foundation/plan-foundation.js";
import { planned, policyIn } from "../planned.js";
import { account } from "../policy/policy-cases.js";

const home = { partition: "aws", region: "eu-central-1", accountId: account } as const;
const gov = { partition: "aws-us-gov", region: "us-gov-west-1", accountId: account } as const;

const platformRoleArn = "arn:aws:iam::*:role/platform";
const strict = { models: ["eu.anthropic.claude-sonnet-5"], platformRoleArn };
const open = {
	...strict,
	mantleModels: ["anthropic.claude-sonnet-5"],
	longTermKeysUsed: true,
	dataRetention: "aws_review",
} as const;
const govRole = { platformRoleArn: "arn:aws-us-gov:iam::111122223333:role/platform" };

/** What documents are made of, by the beginning of their files' names; later ones name only what differs. */
const cases: Readonly<Record<string, ServiceControlOptions & { readonly region?: string }>> = {
	"service-control": strict,
	"service-control-open": open,
	"service-control-us-gov": { models: ["us-gov.anthropic.claude-opus-4-8"], ...govRole, region: gov.region },
	"service-control-global": {
		...strict,
		models: ["global.anthropic.claude-sonnet-5", "us.anthropic.claude-opus-4-6-v1"],
	},
	"service-control-copies": {
		...strict,
		models: [
			"arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5",
			"arn:aws:bedrock:us-east-1:111122223333:provisioned-model/0123456789ab",
		],
	},
	"service-control-compact": {
		...strict,
		models: Array.from({ length: 50 }, (_, index) => `eu.anthropic.claude-example-${String(index).padStart(2, "0")}`),
	},
	"service-control-mantle-only": { models: [], mantleModels: ["anthropic.claude-sonnet-5"], platformRoleArn },
};

/** Every policy document that a foundation places or gives, by a name for its file. */
export function foundationDocuments(): Map<string, PolicyDocument> {
	const documents = new Map<string, PolicyDocument>();
	for (const [name, { region = home.region, ...serviceControl }] of Object.entries(cases)) {
		const plan = planned(planFoundation({ region, accountId: account, serviceControl }));
		for (const word of plan.serviceControl) {
			documents.set(`${name}-${word}`, policyIn(plan, serviceControlPolicy(word)));
		}
	}
	for (const [suffix, place] of [["", home] as const, ["-us-gov", gov] as const]) {
		const { partition, region } = place;
		const logGroup = `arn:${partition}:logs:${region}:${account}:log-group:/claude/invocations`;
		const bucket = `arn:${partition}:s3:::example-logs`;
		documents.set(`logging-trust${suffix}`, loggingTrust(place));
		documents.set(`logging-role${suffix}`, loggingPolicy(logGroup));
		documents.set(`logging-bucket${suffix}`, loggingBucketPolicy(place, bucket, "bedrock"));
		documents.set(`logging-key-log-group${suffix}`, loggingKeyPolicy(place, "logGroup"));
		documents.set(`logging-key-bucket${suffix}`, loggingKeyPolicy(place, "bucket"));
	}
	return documents;
}
