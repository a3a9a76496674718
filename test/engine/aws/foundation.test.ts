import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { useCase } from "../../inference/aws/foundation/use-case.js";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { each, SimulatedProject } from "./simulated.js";

/** What `input.json` describes, once for an account and region. */
const foundation = `import { readFileSync } from "node:fs";
import { BedrockFoundation } from "pulumi-cowork/aws";
const args = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
export const { region, serviceControl: { models } } = args;
export const { logging, serviceControlPolicies, dataRetentionCommands } = new BedrockFoundation("base", args);
`;

/** A deployment in another stack, where others learn the name of the bucket. */
const team = `import { readFileSync } from "node:fs";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local } from "pulumi-cowork";
import { bedrock } from "pulumi-cowork/aws";
const { bucket, provision } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
async function deploy() {
	const base = new pulumi.StackReference("organization/referred/test");
	const [region, models] = await Promise.all(
		["region", "models"].map(async (name) => (await base.getOutputDetails(name)).value),
	);
	const value = bucket ?? base.requireOutput("logging").apply(({ bucketName }) => bucketName);
	new aws.ssm.Parameter("records", { type: "String", insecureValue: value });
	const { published } = new CoworkDeployment("eu", {
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: bedrock({
			region,
			models,
			signIn: { identityCenter: { startUrl: "https://example.awsapps.com/start", region } },
			provision,
		}),
		groups: { pilot: { preset: "none", members: { identityCenterGroup: "claude-pilot" } } },
		publish: { stores: [local({ directory: "./published" })] },
	});
	const content = base.requireOutput("serviceControlPolicies").apply((policies) => policies.models);
	new aws.organizations.Policy("guard", { type: "SERVICE_CONTROL_POLICY", content });
	return published;
}
export const published = deploy();
`;

const region = "eu-central-1";
const accountId = "123456789012";
const sonnet = "eu.anthropic.claude-sonnet-5";
const opus = "eu.anthropic.claude-opus-4-8";
const fable = "eu.anthropic.claude-fable-5";
const kmsKeyArn = `arn:aws:kms:${region}:${accountId}:key/0123`;
const serviceControl = { models: [sonnet], platformRoleArn: "arn:aws:iam::*:role/platform" };
const policies = ["dataRetention", "keys", "logging", "mantle", "models"];

/** What Bedrock's setting says of the kinds of content. */
const delivered = (content: boolean) => ({
	textDataDeliveryEnabled: content,
	imageDataDeliveryEnabled: content,
	embeddingDataDeliveryEnabled: content,
	videoDataDeliveryEnabled: content,
});

describeEngine("a foundation against a simulated AWS", () => {
	const folder = shippedPackage();

	test("through its life", async () => {
		const project = new SimulatedProject(folder(), "base", foundation);
		const logging = { to: { bucket: { prefix: "calls" } }, kmsKeyArn };
		const agreements = {
			"anthropic.claude-sonnet-5": {},
			"anthropic.claude-opus-4-8": { offerToken: "token" },
		};
		const args = { region, accountId, useCase, agreements, logging, serviceControl };
		const everything = [
			"base-agreement.anthropic.claude-opus-4-8",
			"base-agreement.anthropic.claude-sonnet-5",
			"base-invocation-logging",
			"base-logs",
			"base-logs-encryption",
			"base-logs-policy",
			"base-logs-private",
			"base-logs-retention",
			"base-use-case",
		];

		// Before there is anything, and without what only AWS will know.
		project.describe(args);
		expect((await project.preview()).operations).toEqual([]);
		const { operations, calls, outputs } = await project.up();
		expect(operations).toEqual(each("create", everything));
		// A token that is given is not looked up, and neither is an account.
		expect(calls.map(({ inputs }) => inputs)).toEqual([{ modelId: "anthropic.claude-sonnet-5", region }]);

		const { formData } = (await project.resource("base-use-case")).inputs;
		expect(JSON.parse(String(formData))).toEqual({ ...useCase, otherIndustryOption: "" });
		const setting = await project.resource("base-invocation-logging");
		expect(setting.inputs).toMatchObject({
			region,
			loggingConfig: { s3Config: { bucketName: "base-logs-0123", keyPrefix: "calls" }, ...delivered(false) },
		});
		// Bedrock tries whether it may write before it takes the setting.
		expect(setting.dependencies.map((urn) => urn.split("::").at(-1))).toContain("base-logs-policy");
		expect((await project.resource("base-logs-encryption")).inputs.rules).toMatchObject([
			{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn } },
		]);
		const { policy } = (await project.resource("base-logs-policy")).inputs;
		expect(JSON.parse(String(policy)).Statement[0]).toMatchObject({
			Effect: "Allow",
			Principal: { Service: ["bedrock.amazonaws.com"] },
			Action: ["s3:PutObject"],
			Resource: [`arn:aws:s3:::base-logs-0123/calls/AWSLogs/${accountId}/BedrockModelInvocationLogs/*`],
			Condition: {
				StringEquals: { "aws:SourceAccount": accountId },
				ArnLike: { "aws:SourceArn": `arn:aws:bedrock:${region}:${accountId}:*` },
			},
		});
		const { keyPolicy, ...place } = outputs.logging?.value ?? {};
		expect(place).toEqual({ bucketName: "base-logs-0123", bucketPolicy: policy });
		expect(JSON.parse(keyPolicy).Statement[1]).toMatchObject({
			Principal: { Service: ["bedrock.amazonaws.com"] },
			Action: ["kms:GenerateDataKey"],
			Condition: {
				StringEquals: { "aws:SourceAccount": accountId },
				ArnLike: { "aws:SourceArn": `arn:aws:bedrock:${region}:${accountId}:*` },
			},
		});
		expect(Object.keys(outputs.serviceControlPolicies?.value).sort()).toEqual(policies);
		expect(JSON.parse(outputs.serviceControlPolicies?.value.mantle).Statement).toEqual([
			{ Sid: "NoMantle", Effect: "Deny", Action: ["bedrock-mantle:*"], Resource: ["*"] },
			{ Sid: "NoClaudePlatform", Effect: "Deny", Action: ["aws-external-anthropic:*"], Resource: ["*"] },
		]);
		// The switch itself is nobody's but theirs who run the command.
		const commands = outputs.dataRetentionCommands?.value;
		expect(commands.bedrock).toContain(` --request PUT https://bedrock.${region}.amazonaws.com/data-retention `);
		expect(commands.mantle).toContain(` --request PUT https://bedrock-mantle.${region}.api.aws/v1/data_retention `);
		for (const command of [commands.bedrock, commands.mantle])
			expect(command).toContain(`--data '{"mode":"aws_review"}'`);

		// AWS has another token for the same offer by now.
		const again = await project.up();
		expect(again.operations).toEqual([]);
		expect(again.calls).toHaveLength(1);

		const withContent = { ...logging, content: true, retentionDays: 30 };
		project.describe({ ...args, logging: withContent });
		expect((await project.up()).operations).toEqual(each("update", ["base-invocation-logging", "base-logs-retention"]));
		expect((await project.resource("base-invocation-logging")).inputs.loggingConfig).toMatchObject(delivered(true));
		expect((await project.resource("base-logs-retention")).inputs.rules).toMatchObject([{ expiration: { days: 30 } }]);

		const attached = { ...args, logging: withContent, attachTo: { workloads: "ou-ab12-cdefghij" } };
		const attachments = policies.flatMap((word) => [`base-scp.${word}`, `base-scp.${word}.workloads`]);
		project.describe(attached);
		expect((await project.up()).operations).toEqual(each("create", attachments));
		expect((await project.resource("base-scp.models.workloads")).inputs).toMatchObject({
			policyId: "base-scp.models",
			targetId: "ou-ab12-cdefghij",
		});

		project.describe({ ...attached, serviceControl: { ...serviceControl, models: [sonnet, opus] } });
		const { operations: more, outputs: then } = await project.up();
		expect(more).toEqual(each("update", ["base-scp.models"]));
		expect((await project.resource("base-scp.models")).inputs).toMatchObject({
			type: "SERVICE_CONTROL_POLICY",
			content: then.serviceControlPolicies?.value.models,
		});
		expect(then.serviceControlPolicies?.value.models).toContain(`:inference-profile/${opus}"`);

		// AWS never forgets the form, and records stay with their bucket.
		const stays = (name: string) => name === "base-use-case" || name.startsWith("base-logs");
		const gone = [...everything.filter((name) => !stays(name)), ...attachments];
		expect((await project.destroy()).operations).toEqual(each("delete", gone));
		expect(await project.resources()).toEqual([]);
	});

	test("is referred to by another stack, whose models it gates", async () => {
		const base = new SimulatedProject(folder(), "referred", foundation);
		const project = new SimulatedProject(folder(), "team", team, "main.mjs", { backend: base.backend });
		const options = { region, accountId, logging: { to: { bucket: {} } }, serviceControl };
		base.describe(options);
		await base.up();

		project.describe({ provision: {} });
		expect((await project.preview()).operations).toEqual([]);
		expect((await project.up()).operations).toEqual(
			each("create", [
				"eu-inference-shared-assignment.claude-pilot",
				"eu-inference-shared-inline-policy",
				"eu-inference-shared-permission-set",
				"guard",
				"records",
			]),
		);
		expect((await project.resource("records")).inputs.insecureValue).toBe("base-logs-0123");
		expect(await modelsOf(project)).toEqual([sonnet]);

		// The name itself in place of the output.
		project.describe({ bucket: "base-logs-0123", provision: {} });
		expect((await project.up()).operations).toEqual([]);

		const control = { ...serviceControl, models: [sonnet, fable], dataRetention: "aws_review" };
		base.describe({ ...options, serviceControl: control });
		const { operations, outputs } = await base.up();
		expect(operations).toEqual([]);
		const refused = await project.failedUp();
		expect(refused.operations).toEqual([]);
		expect(refused.message).toContain(
			`inference.bedrock.models: ${fable} answers only where AWS may keep and review content; run ${outputs.dataRetentionCommands?.value.bedrock} and say provision.dataRetention: aws_review, or leave it out`,
		);
		expect(await modelsOf(project)).toEqual([sonnet]);

		project.describe({ bucket: "base-logs-0123", provision: { dataRetention: "aws_review" } });
		expect((await project.up()).operations).toEqual(each("update", ["eu-inference-shared-inline-policy", "guard"]));
		expect(await modelsOf(project)).toEqual([sonnet, fable]);

		expect((await project.destroy()).operations).toHaveLength(5);
		expect(existsSync(project.published("eu"))).toBe(false);
		expect((await base.destroy()).operations).toEqual(each("delete", ["base-invocation-logging"]));
		for (const each of [project, base]) expect(await each.resources()).toEqual([]);
	});
});

/** Models of the profile and of the policy, which are the same. */
async function modelsOf(project: SimulatedProject): Promise<readonly string[]> {
	const profile = project.published("eu/groups/pilot/profiles/linux/managed-settings.json");
	const { inferenceModels } = JSON.parse(readFileSync(profile, "utf8"));
	const { inlinePolicy } = (await project.resource("eu-inference-shared-inline-policy")).inputs;
	expect(JSON.parse(String(inlinePolicy)).Statement[0].Resource).toEqual(
		inferenceModels.map((model: string) => `arn:aws:bedrock:${region}:${accountId}:inference-profile/${model}`),
	);
	return inferenceModels;
}
