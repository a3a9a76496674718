import { describe, expect, it } from "vitest";
import type { FoundationOptions } from "../../../../src/inference/aws/foundation/options.js";
import { planFoundation } from "../../../../src/inference/aws/foundation/plan-foundation.js";
import { dataRetentionCommand } from "../../../../src/inference/aws/models/data-retention-command.js";
import { formatProblem } from "../../../../src/problem.js";

const region = "eu-central-1";
const accountId = "111122223333";
const kmsKeyArn = `arn:aws:kms:${region}:${accountId}:key/0123`;
const serviceControl = {
	models: ["eu.anthropic.claude-sonnet-5"],
	platformRoleArn: "arn:aws:iam::111122223333:role/platform",
};

/** Every problem, formatted; options may be of any form, as in a program without types. */
function problemsOf(options: unknown): string[] {
	const whole = { region, accountId, ...(options as object) } as FoundationOptions;
	return planFoundation(whole).problems.map(formatProblem);
}

const logGroupArn = (place: string, name: string) => `arn:aws:logs:${place}:log-group:${name}`;
const review = (model: string, door: "bedrock" | "mantle") =>
	`${model} answers only where AWS may keep and review content; run ${dataRetentionCommand(door, region)} and say dataRetention: aws_review, or leave it out`;

const faulty: readonly (readonly [unknown, readonly string[]])[] = [
	[{ region: undefined }, ["region: is missing; expected text"]],
	[{ region: "eu-cental-1" }, ['region: no region of the table of 2026-07; did you mean "eu-central-1"?']],
	[
		{ region: "cn-north-1" },
		["region: is in an AWS partition whose hosts are not documented; expected a commercial or us-gov region"],
	],
	[{ loging: {} }, ['loging: unknown member; did you mean "logging"?']],
	[{ tags: { owner: 7 } }, ["tags.owner: is a number; expected text, so write it in quotes"]],
	[
		{ useCase: { companyName: "Example Corp", intendedUsers: "many" } },
		[
			"useCase.companyWebsite: is missing; expected text",
			"useCase.intendedUsers: is no number of AWS's list; expected digits such as 0",
			"useCase.industryOption: is missing; expected text",
			"useCase.useCases: is missing; expected text",
		],
	],
	[
		{ agreements: { "eu.anthropic.claude-sonnet-5": {} } },
		[
			'agreements["eu.anthropic.claude-sonnet-5"]: is no id of a foundation model; expected one such as anthropic.claude-sonnet-5',
		],
	],
	[
		{ agreements: { "anthropic.claude-fable-5": {} } },
		[`agreements["anthropic.claude-fable-5"]: ${review("anthropic.claude-fable-5", "bedrock")}`],
	],
];

const faultyLogging: readonly (readonly [unknown, readonly string[]])[] = [
	[{}, ["logging.to: is missing; needs exactly one destination of logGroup, bucket"]],
	[{ to: {} }, ["logging.to: needs exactly one destination of logGroup, bucket; has none"]],
	[{ to: { logGroup: {}, bucket: {} } }, ["logging.to: needs exactly one destination; has logGroup and bucket"]],
	[{ to: { s3: {} } }, ["logging.to.s3: unknown member; expected one of bucket, logGroup"]],
	[{ to: { bucket: "logs" } }, ["logging.to.bucket: is text; expected an object"]],
	[
		{ to: { bucket: { name: "logs" } } },
		["logging.to.bucket.name: unknown member; expected one of existingName, prefix"],
	],
	[
		{ to: { bucket: { existingName: "Logs_Here", prefix: "logs/" } } },
		[
			"logging.to.bucket.existingName: is no name of a bucket; expected 3 to 63 lower-case letters, digits, dots and hyphens",
			"logging.to.bucket.prefix: is no prefix of keys; expected words with slashes between them, none at either end",
		],
	],
	...["/logs", "lo*gs", "a$b", "a//b"].map(
		(prefix) =>
			[
				{ to: { bucket: { prefix } } },
				[
					"logging.to.bucket.prefix: is no prefix of keys; expected words with slashes between them, none at either end",
				],
			] as const,
	),
	[
		{ to: { logGroup: { existingArn: "arn:aws:s3:::logs" } } },
		[
			"logging.to.logGroup.existingArn: is no ARN of a log group; expected one such as arn:aws:logs:eu-central-1:111122223333:log-group:<name>",
		],
	],
	[
		{ to: { logGroup: { existingArn: logGroupArn("eu-west-1:111122223333", "/claude") } } },
		["logging.to.logGroup.existingArn: is in aws, region eu-west-1; expected one in eu-central-1"],
	],
	[
		{ to: { logGroup: { existingArn: logGroupArn("eu-central-1:999988887777", "/claude:*") } } },
		["logging.to.logGroup.existingArn: is of account 999988887777; Bedrock writes within account 111122223333 only"],
	],
	[
		{ to: { logGroup: {} }, kmsKeyArn: "alias/logs" },
		["logging.kmsKeyArn: is no ARN of a key; expected one such as arn:aws:kms:eu-central-1:111122223333:key/<id>"],
	],
	[
		{ to: { bucket: {} }, kmsKeyArn: kmsKeyArn.replace(region, "us-east-1") },
		["logging.kmsKeyArn: is in aws, region us-east-1; expected one in eu-central-1"],
	],
	[
		{ to: { logGroup: {} }, retentionDays: 31 },
		[
			"logging.retentionDays: CloudWatch takes 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
		],
	],
	[{ to: { bucket: {} }, retentionDays: 0 }, ["logging.retentionDays: is 0; expected at least 1"]],
	[
		{ to: { bucket: {} }, content: true },
		[
			"logging.retentionDays: is missing; say how long prompts and answers are kept",
			"logging.kmsKeyArn: is missing; prompts and answers are kept only under a key of yours",
		],
	],
	...[
		{ logGroup: { existingArn: logGroupArn("eu-central-1:111122223333", "/claude") } },
		{ bucket: { existingName: "central-logs" } },
	].map(
		(to) =>
			[
				{ to, content: true, retentionDays: 30, kmsKeyArn, retainOnDelete: false },
				["retentionDays", "kmsKeyArn", "retainOnDelete"].map(
					(name) => `logging.${name}: is not applied to what exists; set it there, and leave it out`,
				),
			] as const,
	),
];

const faultyControl: readonly (readonly [unknown, readonly string[]])[] = [
	[{ models: [] }, ["serviceControl.models: lists no model; name those that may be called"]],
	[{ mantleModels: [] }, ["serviceControl.mantleModels: lists no model; leave it out, and Mantle is denied"]],
	[{ models: ["sonnet"] }, ["serviceControl.models[0]: is an alias, which a policy cannot permit; give the full id"]],
	[
		{ models: ["us-gov.anthropic.claude-opus-4-8"] },
		["serviceControl.models[0]: is of partition aws-us-gov; expected one of aws"],
	],
	[
		{ models: [`arn:aws:bedrock:${region}:${accountId}:application-inference-profile/a1b2c3d4e5f6`] },
		[
			"serviceControl.models[0]: is an application inference profile, which is admitted where what it copies is; list that profile, or the ARN of the foundation model",
		],
	],
	[
		{ models: ["anthropic.claude-sonnet-5"] },
		[
			"serviceControl.models[0]: is an on-demand id; expected an inference profile such as us.anthropic.claude-sonnet-5, or an ARN",
		],
	],
	[
		{ mantleModels: ["eu.anthropic.claude-sonnet-5"] },
		[
			"serviceControl.mantleModels[0]: is the id of another provider; expected one of the Mantle catalogue, such as anthropic.claude-sonnet-5",
		],
	],
	[
		{ models: ["us.anthropic.claude-fable-5"], mantleModels: ["anthropic.claude-fable-5"] },
		[
			`serviceControl.models: ${review("us.anthropic.claude-fable-5", "bedrock")}`,
			`serviceControl.mantleModels: ${review("anthropic.claude-fable-5", "mantle")}`,
		],
	],
	[{ platformRoleArn: "" }, ["serviceControl.platformRoleArn: is empty; give a value or leave it out"]],
	...["*", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:user/platform"].map(
		(platformRoleArn) =>
			[
				{ platformRoleArn },
				[
					"serviceControl.platformRoleArn: is no ARN of a role; expected one such as arn:aws:iam::111122223333:role/platform",
				],
			] as const,
	),
	[
		{ platformRoleArn: "arn:aws:iam::*:role/*" },
		["serviceControl.platformRoleArn: stands for every role; give a name or a path"],
	],
	[
		{ platformRoleArn: "arn:aws-us-gov:iam::*:role/platform" },
		["serviceControl.platformRoleArn: is not of partition aws; give a role of it"],
	],
	[
		{ mantleUsed: true },
		[
			"serviceControl.mantleUsed: unknown member; expected one of dataRetention, longTermKeysUsed, mantleModels, models, platformRoleArn",
		],
	],
];

describe("a foundation is refused, with what to do", () => {
	it.each(faulty)("%j", (options, problems) => {
		expect(problemsOf(options)).toEqual(problems);
	});

	it.each(faultyLogging)("logging %j", (logging, problems) => {
		expect(problemsOf({ logging }).filter((line) => !line.startsWith("warning: "))).toEqual(problems);
	});

	it.each(faultyControl)("serviceControl %j", (options, problems) => {
		expect(problemsOf({ serviceControl: { ...serviceControl, ...(options as object) } })).toEqual(problems);
	});

	it("where documents are attached that nobody asked for, to what is no target, or twice to one", () => {
		const attachTo = { workloads: "ou-ab12-cdefghij" };
		expect(problemsOf({ attachTo })).toEqual(["attachTo: attaches nothing; give serviceControl, or leave it out"]);
		expect(problemsOf({ serviceControl, attachTo: { workloads: "Workloads" } })).toEqual([
			"attachTo.workloads: is no id of a root, an organisational unit or an account; expected one such as ou-ab12-cdefghij",
		]);
		expect(problemsOf({ serviceControl, attachTo: { ...attachTo, again: "ou-ab12-cdefghij" } })).toEqual([
			"attachTo.again: is the target of workloads, too; name each once",
			expect.stringContaining("warning: attachTo: from then on the policies let nobody but "),
		]);
	});

	it("for everything at once", () => {
		const options = {
			accountId: "12",
			logging: { to: {} },
			serviceControl: { ...serviceControl, models: [] },
			agreements: { sonnet: {} },
		};
		expect(problemsOf(options)).toEqual([
			"accountId: is no AWS account id; expected 12 digits",
			"logging.to: needs exactly one destination of logGroup, bucket; has none",
			"agreements.sonnet: is no id of a foundation model; expected one such as anthropic.claude-sonnet-5",
			"serviceControl.models: lists no model; name those that may be called",
		]);
	});
});

describe("a foundation is accepted", () => {
	it.each([
		{ agreements: { "anthropic.claude-fable-5": {} }, dataRetention: "aws_review" },
		{ serviceControl: { ...serviceControl, models: ["us.anthropic.claude-fable-5"], dataRetention: "aws_review" } },
		{ dataRetention: "aws_review", serviceControl: { ...serviceControl, models: ["us.anthropic.claude-fable-5"] } },
		{
			serviceControl: { ...serviceControl, models: ["us.anthropic.claude-sonnet-5", "au.anthropic.claude-sonnet-4-6"] },
		},
		{ serviceControl: { ...serviceControl, platformRoleArn: "arn:aws:iam::*:role/platform/*" } },
		{ serviceControl: { ...serviceControl, models: [], mantleModels: ["anthropic.claude-haiku-4-5"] } },
		{ logging: { to: { bucket: { existingName: "central-logs", prefix: "calls/claude" } } } },
		{ logging: { to: { logGroup: { existingArn: logGroupArn(`${region}:${accountId}`, "/claude:*") } } } },
		{ region: "us-gov-west-1", logging: { to: { logGroup: {} } } },
	])("%j", (options) => {
		expect(problemsOf(options)).toEqual([]);
	});

	it.each([
		[
			{ region: "ap-southeast-6" },
			'warning: region: no region of the table of 2026-07; did you mean "ap-southeast-1"?',
		],
		[
			{ serviceControl: { ...serviceControl, models: ["us.anthropic.claude-sonet-5"] } },
			'warning: serviceControl.models[0]: us.anthropic.claude-sonet-5 is not in the table of 2026-07; did you mean "us.anthropic.claude-sonnet-5"?',
		],
		[
			{ serviceControl: { ...serviceControl, models: ["eu.anthropic.claude-haiku-4-5"] } },
			'warning: serviceControl.models[0]: eu.anthropic.claude-haiku-4-5 is not in the table of 2026-07; did you mean "eu.anthropic.claude-haiku-4-5-20251001-v1:0"?',
		],
	])("with a warning of what AWS may have by now: %j", (options, message) => {
		expect(problemsOf(options)).toEqual([message]);
	});
});
