import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { BedrockFoundation, type BedrockFoundationArgs } from "../../../src/components/aws/bedrock-foundation.js";
import { useCase } from "../../inference/aws/foundation/use-case.js";
import { recordAws, reveal } from "./record-aws.js";

const accountId = "123456789012";
const region = "eu-central-1";
const kmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0123";

function place(args: Partial<BedrockFoundationArgs>, answers = {}, opts: pulumi.ComponentResourceOptions = {}) {
	return recordAws(() => new BedrockFoundation("base", { region, accountId, ...args }, opts), answers);
}

/** Logical names of the children that stay in AWS when they leave the stack. */
async function keptBy(args: Partial<BedrockFoundationArgs>): Promise<string[]> {
	const kept: string[] = [];
	const note: pulumi.ResourceTransformation = ({ name, opts }) => {
		if ("retainOnDelete" in opts && opts.retainOnDelete) kept.push(name);
		return undefined;
	};
	await place(args, {}, { transformations: [note] });
	return kept.sort();
}

/** Types and logical names of the component's children. */
function childrenOf(urns: readonly string[]): string[] {
	const prefix = "pulumi-cowork:aws:BedrockFoundation$";
	return urns.filter((urn) => urn.startsWith(prefix)).map((urn) => urn.slice(prefix.length));
}

test("asked for nothing, it creates nothing and tells the commands", async () => {
	const { urns, calls, result } = await place({});
	expect(childrenOf(urns)).toEqual([]);
	expect(calls).toEqual([]);
	expect(result.dataRetentionCommands.bedrock).toContain(
		" --request PUT https://bedrock.eu-central-1.amazonaws.com/data-retention ",
	);
	expect((await reveal(result.governance)).value).toEqual({
		actions: [],
		answers: [],
		resources: [],
		created: [],
		costs: [],
	});
});

test("the form and agreements; a token that is given is not looked up", async () => {
	const agreements = { "anthropic.claude-sonnet-5": { offerToken: "token" }, "anthropic.claude-haiku-5": {} };
	const { urns, calls, resources } = await place(
		{ useCase, agreements },
		{
			"aws:bedrockfoundation/getModelAgreementOffers:getModelAgreementOffers": () => ({
				offers: [{ offerToken: "found" }],
			}),
		},
	);
	expect(childrenOf(urns)).toEqual([
		"aws:bedrock/useCaseForModelAccess:UseCaseForModelAccess::base-use-case",
		"aws:bedrockfoundation/modelAgreement:ModelAgreement::base-agreement.anthropic.claude-haiku-5",
		"aws:bedrockfoundation/modelAgreement:ModelAgreement::base-agreement.anthropic.claude-sonnet-5",
	]);
	expect(calls.map(({ inputs }) => inputs)).toEqual([{ modelId: "anthropic.claude-haiku-5", region }]);
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	expect(inputs["base-agreement.anthropic.claude-sonnet-5"]?.offerToken).toBe("token");
	expect(inputs["base-agreement.anthropic.claude-haiku-5"]?.offerToken).toBe("found");
	expect(JSON.parse(String(inputs["base-use-case"]?.formData))).toEqual({ ...useCase, otherIndustryOption: "" });
});

describe("logging", () => {
	test("to a log group: who called what, and no content", async () => {
		const { urns, resources, result } = await place({ logging: { to: { logGroup: {} } } });
		expect(childrenOf(urns)).toEqual([
			"aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration::base-invocation-logging",
			"aws:cloudwatch/logGroup:LogGroup::base-logs",
			"aws:iam/role:Role::base-logging-role",
			"aws:iam/rolePolicy:RolePolicy::base-logging-policy",
		]);
		const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
		expect(inputs["base-logs"]).toEqual({ namePrefix: "cowork-bedrock-", retentionInDays: 365, tags: {}, region });
		expect(inputs["base-invocation-logging"]).toEqual({
			region,
			loggingConfig: {
				cloudwatchConfig: { logGroupName: "arn:aws:mock:::base-logs", roleArn: "arn:aws:mock:::base-logging-role" },
				textDataDeliveryEnabled: false,
				imageDataDeliveryEnabled: false,
				embeddingDataDeliveryEnabled: false,
				videoDataDeliveryEnabled: false,
			},
		});
		const [write] = JSON.parse(String(inputs["base-logging-policy"]?.policy)).Statement;
		const stream = `arn:aws:logs:${region}:${accountId}:log-group:cowork-bedrock-*:log-stream:aws/bedrock/modelinvocations`;
		expect(write.Resource).toEqual([stream]);
		expect((await reveal(result.governance)).value.resources).toEqual(["arn:aws:mock:::base-logging-role", stream]);
		const [trust] = JSON.parse(String(inputs["base-logging-role"]?.assumeRolePolicy)).Statement;
		expect(trust.Condition).toEqual({
			StringEquals: { "aws:SourceAccount": accountId },
			ArnLike: { "aws:SourceArn": `arn:aws:bedrock:eu-central-1:${accountId}:*` },
		});
	});

	test("to a bucket with content: kept for the time that is said, under the key that is said", async () => {
		const logging = { to: { bucket: { prefix: "calls" } }, content: true, retentionDays: 30, kmsKeyArn };
		const { urns, resources } = await place({ logging });
		expect(childrenOf(urns)).toEqual([
			"aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration::base-invocation-logging",
			"aws:s3/bucket:Bucket::base-logs",
			"aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration::base-logs-retention",
			"aws:s3/bucketPolicy:BucketPolicy::base-logs-policy",
			"aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock::base-logs-private",
			"aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration::base-logs-encryption",
		]);
		const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
		expect(inputs["base-invocation-logging"]?.loggingConfig).toMatchObject({ textDataDeliveryEnabled: true });
		expect(inputs["base-logs-retention"]?.rules).toEqual([
			{ id: "retention", status: "Enabled", filter: { prefix: "" }, expiration: { days: 30 } },
		]);
	});

	// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
	// https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
	test("under a key: what its policy must allow is an output", async () => {
		const allowed = async (to: NonNullable<BedrockFoundationArgs["logging"]>["to"]) => {
			const { result } = await place({ logging: { to, kmsKeyArn } });
			return JSON.parse((await reveal(result.logging.keyPolicy)).value).Statement;
		};
		const [administer, store, ...more] = await allowed({ logGroup: {} });
		expect(more).toEqual([]);
		expect(administer.Principal).toEqual({ AWS: [`arn:aws:iam::${accountId}:root`] });
		expect(store).toMatchObject({
			Principal: { Service: ["logs.eu-central-1.amazonaws.com"] },
			Condition: {
				ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-central-1:${accountId}:log-group:*` },
			},
		});
		const [, write] = await allowed({ bucket: {} });
		expect(write).toMatchObject({
			Principal: { Service: ["bedrock.amazonaws.com"] },
			Action: ["kms:GenerateDataKey"],
			Condition: {
				StringEquals: { "aws:SourceAccount": accountId },
				ArnLike: { "aws:SourceArn": `arn:aws:bedrock:eu-central-1:${accountId}:*` },
			},
		});
	});

	test("records stay, with what keeps them private and forgets them, unless they are to go", async () => {
		expect(await keptBy({ logging: { to: { logGroup: {} } } })).toEqual(["base-logs"]);
		expect(await keptBy({ logging: { to: { bucket: {} }, kmsKeyArn } })).toEqual([
			"base-logs",
			"base-logs-encryption",
			"base-logs-policy",
			"base-logs-private",
			"base-logs-retention",
		]);
		const gone = { logging: { to: { bucket: {} }, kmsKeyArn, retainOnDelete: false } };
		expect(await keptBy(gone)).toEqual([]);
		const { resources } = await place(gone);
		expect(resources.find(({ name }) => name === "base-logs")?.inputs.forceDestroy).toBe(true);
	});

	test("to a bucket of someone else: its policy is an output, to be added there", async () => {
		const logging = { to: { bucket: { existingName: pulumi.output("central-logs") } } };
		const { urns, result } = await place({ logging });
		expect(childrenOf(urns)).toEqual([
			"aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration::base-invocation-logging",
		]);
		const policy = result.logging.bucketPolicy ? (await reveal(result.logging.bucketPolicy)).value : "";
		expect(JSON.parse(policy).Statement[0].Resource).toEqual([
			`arn:aws:s3:::central-logs/AWSLogs/${accountId}/BedrockModelInvocationLogs/*`,
		]);
	});
});

describe("service control policies", () => {
	const serviceControl = {
		models: ["eu.anthropic.claude-sonnet-5"],
		platformRoleArn: "arn:aws:iam::*:role/platform",
	};

	test("are data, and deny Mantle where it is not used", async () => {
		const { urns, result } = await place({ serviceControl });
		expect(childrenOf(urns)).toEqual([]);
		expect(Object.keys(result.serviceControlPolicies)).toEqual([
			"models",
			"keys",
			"logging",
			"dataRetention",
			"mantle",
		]);
		const { mantle } = result.serviceControlPolicies;
		const text = mantle ? (await reveal(mantle)).value : "";
		expect(JSON.parse(text).Statement).toEqual([
			{ Sid: "NoMantle", Effect: "Deny", Action: ["bedrock-mantle:*"], Resource: ["*"] },
			{ Sid: "NoClaudePlatform", Effect: "Deny", Action: ["aws-external-anthropic:*"], Resource: ["*"] },
		]);
	});

	test("are attached on request", async () => {
		const { urns, resources } = await place({
			serviceControl,
			attachTo: { workloads: "ou-ab12-cdefghij" },
		});
		const words = ["dataRetention", "keys", "logging", "mantle", "models"];
		expect(childrenOf(urns)).toEqual([
			...words.map((word) => `aws:organizations/policy:Policy::base-scp.${word}`),
			...words.map((word) => `aws:organizations/policyAttachment:PolicyAttachment::base-scp.${word}.workloads`),
		]);
		const attached = resources.find(({ name }) => name === "base-scp.models.workloads");
		expect(attached?.inputs).toEqual({ policyId: "base-scp.models-id", targetId: "ou-ab12-cdefghij" });
	});
});

test("a model that the table has not is a warning before anything else", async () => {
	const serviceControl = {
		models: ["eu.anthropic.claude-sonet-5"],
		platformRoleArn: "arn:aws:iam::*:role/platform",
	};
	expect((await place({ serviceControl })).warnings).toEqual([
		'serviceControl.models[0]: eu.anthropic.claude-sonet-5 is not in the table of 2026-07; did you mean "eu.anthropic.claude-sonnet-5"?',
	]);
});

test("references to other resources are taken as they are", async () => {
	const { resources } = await place({
		logging: {
			to: { logGroup: { existingArn: pulumi.output(`arn:aws:logs:eu-central-1:${accountId}:log-group:/claude:*`) } },
		},
		serviceControl: { models: ["eu.anthropic.claude-sonnet-5"], platformRoleArn: "arn:aws:iam::*:role/platform" },
		attachTo: { workloads: Promise.resolve("ou-ab12-cdefghij") },
	});
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	expect(inputs["base-invocation-logging"]?.loggingConfig).toMatchObject({
		cloudwatchConfig: { logGroupName: "/claude" },
	});
	// The stream follows the name of the group, whichever form its ARN has.
	expect(inputs["base-logging-policy"]?.policy).toContain(
		`"arn:aws:logs:eu-central-1:${accountId}:log-group:/claude:log-stream:aws/bedrock/modelinvocations"`,
	);
	expect(inputs["base-scp.models.workloads"]?.targetId).toBe("ou-ab12-cdefghij");
});

test("everything that is wrong is named before anything is registered", async () => {
	const faulty = {
		region: "cn-north-1",
		accountId: "12",
		logging: { to: { logGroup: {} }, content: true, retentionDays: 31 },
		serviceControl: { models: ["sonnet"], platformRoleArn: "arn:aws:iam::*:role/platform" },
		attachTo: { workloads: "Workloads" },
	} as const;
	const build = () => new BedrockFoundation("base", faulty);
	const recording = recordAws(() =>
		expect(build).toThrow(
			[
				"accountId: is no AWS account id; expected 12 digits",
				"attachTo.workloads: is no id of a root, an organisational unit or an account; expected one such as ou-ab12-cdefghij",
				"region: is in an AWS partition whose hosts are not documented; expected a commercial or us-gov region",
				"logging.retentionDays: CloudWatch takes 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
				"logging.kmsKeyArn: is missing; prompts and answers are kept only under a key of yours",
				"serviceControl.models[0]: is an alias, which a policy cannot permit; give the full id",
			].join("\n"),
		),
	);
	expect((await recording).resources).toEqual([]);
});
