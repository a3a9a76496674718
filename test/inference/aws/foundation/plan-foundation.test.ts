import { describe, expect, it } from "vitest";
import type { FoundationOptions } from "../../../../src/inference/aws/foundation/options.js";
import { planFoundation } from "../../../../src/inference/aws/foundation/plan-foundation.js";
import { governanceOf } from "../../../../src/inference/aws/governance.js";
import { tokensIn } from "../../../../src/reference/token.js";
import { idsIn, planned, policyIn, problemsOf, resourceIn } from "../planned.js";
import { useCase } from "./use-case.js";

const place = { region: "eu-central-1", accountId: "111122223333" };
const key = "arn:aws:kms:eu-central-1:111122223333:key/0123";
const logGroup = "arn:aws:logs:eu-central-1:111122223333:log-group:/claude";
const governance = (options: Partial<FoundationOptions>) =>
	governanceOf(planned(planFoundation({ ...place, ...options })));

describe("what a foundation comes to", () => {
	it("nothing, where nothing is asked for", () => {
		expect(governance({})).toEqual({ actions: [], resources: [], answers: [], created: [], costs: [] });
	});

	// https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
	it("a log group: the role that writes to it, and what is metered", () => {
		expect(governance({ logging: { to: { logGroup: {} } } })).toEqual({
			actions: ["logs:CreateLogStream", "logs:PutLogEvents", "sts:AssumeRole"],
			resources: [
				"<late:logging-role.arn>",
				"arn:aws:logs:eu-central-1:111122223333:log-group:cowork-bedrock-*:log-stream:aws/bedrock/modelinvocations",
			],
			answers: [],
			created: [
				{ type: "AWS::Logs::LogGroup", name: "logs" },
				{ type: "AWS::IAM::Role", name: "logging-role" },
				{ type: "AWS::IAM::RolePolicy", name: "logging-policy" },
				{ type: "model invocation logging", name: "eu-central-1" },
			],
			costs: [
				{ type: "AWS::Logs::LogGroup", meter: "per gigabyte taken in and kept, and per gigabyte searched" },
				{ type: "AWS::IAM::Role", meter: "free" },
				{ type: "AWS::IAM::RolePolicy", meter: "free" },
				{ type: "model invocation logging", meter: "free" },
			],
		});
	});

	it("a bucket under a key, whose use is metered, too", () => {
		const { actions, resources, costs } = governance({ logging: { to: { bucket: {} }, kmsKeyArn: key } });
		// In a key's policy the resource is the key.
		expect(actions).toEqual(["kms:*", "kms:GenerateDataKey", "s3:PutObject"]);
		expect(resources).toEqual([
			"*",
			"arn:aws:s3:::<late:logs.bucket>/AWSLogs/111122223333/BedrockModelInvocationLogs/*",
		]);
		expect(costs.filter(({ meter }) => meter !== "free")).toEqual([
			{ type: "AWS::S3::Bucket", meter: "per gigabyte kept, and per request" },
			{ type: "AWS::KMS::Key", meter: "per request" },
		]);
	});

	it("content in what exists: it is paid for, not created, and kept as its owner says", () => {
		const logging = { to: { logGroup: { existingArn: logGroup } }, content: true };
		const { created, costs } = governance({ logging });
		expect(created.map(({ type }) => type)).toEqual([
			"AWS::IAM::Role",
			"AWS::IAM::RolePolicy",
			"model invocation logging",
		]);
		expect(costs.map(({ type }) => type)).toContain("AWS::Logs::LogGroup");
		expect(problemsOf(planFoundation({ ...place, logging }))).toEqual([
			"warning: logging.content: prompts and answers are kept as long, and under the key, that the owner of the log group says",
		]);
	});

	it("a log group whose role is seen to the end before there is any of it", () => {
		const plan = planned(planFoundation({ ...place, logging: { to: { logGroup: {} } } }));
		for (const name of ["logging", "logging-trust"]) expect(tokensIn(policyIn(plan, name))).toEqual([]);
		expect(resourceIn(plan, "logs").properties.namePrefix).toBe("cowork-bedrock-");
	});

	it("policies of the organisation after the setting that they let nobody else change", () => {
		const serviceControl = {
			models: ["eu.anthropic.claude-sonnet-5"],
			platformRoleArn: "arn:aws:iam::111122223333:role/platform",
		};
		const attachTo = { workloads: "ou-ab12-cdefghij" };
		const outcome = planFoundation({ ...place, serviceControl, attachTo, logging: { to: { bucket: {} } } });
		const plan = planned(outcome);
		const attachments = plan.resources.filter(({ type }) => type === "AWS::Organizations::Policy.TargetIds");
		expect(attachments.map(({ after }) => after)).toEqual(Array(5).fill(["invocation-logging"]));
		const ids = idsIn(plan);
		for (const { id } of attachments) expect(ids.indexOf(id)).toBeGreaterThan(ids.indexOf("invocation-logging"));
		expect(problemsOf(outcome)).toEqual([
			"warning: attachTo: from then on the policies let nobody but arn:aws:iam::111122223333:role/platform change logging and data retention in those accounts; deploy as that role, or AWS refuses the next change of them",
		]);
		expect(problemsOf(planFoundation({ ...place, serviceControl }))).toEqual([]);
	});

	it("agreements after the form, without which AWS makes none", () => {
		const agreements = { "anthropic.claude-sonnet-5": {} };
		const afterForm = (options: object) =>
			resourceIn(planned(planFoundation({ ...place, agreements, ...options })), "agreement.anthropic.claude-sonnet-5")
				.after;
		expect(afterForm({ useCase })).toEqual(["use-case"]);
		expect(afterForm({})).toBeUndefined();
	});

	it("policies of the organisation only where they are attached", () => {
		const serviceControl = {
			models: ["eu.anthropic.claude-sonnet-5"],
			platformRoleArn: "arn:aws:iam::111122223333:role/platform",
		};
		expect(governance({ serviceControl }).created).toEqual([]);
		const { created, costs } = governance({ serviceControl, attachTo: { workloads: "ou-ab12-cdefghij" } });
		expect(created.map(({ name }) => name)).toEqual(
			["models", "keys", "logging", "dataRetention", "mantle"].flatMap((word) => [word, `${word}/workloads`]),
		);
		expect(costs).toEqual([
			{ type: "AWS::Organizations::Policy", meter: "free" },
			{ type: "AWS::Organizations::Policy.TargetIds", meter: "free" },
		]);
	});

	it("the form and agreements, which are free", () => {
		const { created, costs } = governance({ useCase, agreements: { "anthropic.claude-sonnet-5": {} } });
		expect(created).toEqual([
			{ type: "use-case form", name: "use-case" },
			{ type: "model agreement", name: "anthropic.claude-sonnet-5" },
		]);
		expect(costs.map(({ meter }) => meter)).toEqual(["free", "free"]);
	});
});
