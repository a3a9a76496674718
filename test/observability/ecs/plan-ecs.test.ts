import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { PolicyDocument } from "../../../src/cloud/iam-policy.js";
import { prettyJson } from "../../../src/json.js";
import type { CollectorPlan } from "../../../src/observability/collector-host.js";
import { tokensIn } from "../../../src/reference/token.js";
import { compile } from "../../bundle/compiled.js";
import { decide } from "../../inference/aws/policy/iam.js";
import { inFolder } from "../../support/in-folder.js";
import { sinks } from "../observed.js";
import { realCollector } from "../programs/real-collector.js";
import { account, arn, existing, inClear, least, onEcs, planOf, region, requested } from "./ecs-deployment.js";

const golden = path.join(import.meta.dirname, "../../golden/observability/ecs");

const cases = {
	least,
	existing,
	"in-clear": inClear,
	public: {
		...least,
		access: "internet",
		balancerSubnetIds: ["subnet-c", "subnet-d"],
		publicTaskAddresses: true,
		permissionsBoundaryArn: `arn:aws:iam::${account}:policy/boundary`,
		secretKeyArns: [arn("kms", "key/0123-abcd")],
		tags: { team: "platform" },
	},
};

describe.each(Object.entries(cases))("%s", (name, ecs) => {
	const plan = planOf(ecs);

	test("plans exactly this", async () => {
		const { configuration: _, ...planned } = plan;
		// Another redaction is another configuration, of which this is no test.
		const text = prettyJson(planned as never).replace(/collector-[0-9a-f]{16}\.json/g, "collector-<digest>.json");
		await expect(text).toMatchFileSnapshot(path.join(golden, `${name}.json`));
	});

	test("refers only to what was looked up or planned before", () => {
		const known = new Set(plan.lookUps.map(({ id }) => id));
		for (const { id, properties, after = [] } of plan.resources) {
			const policies = JSON.stringify(properties).matchAll(/\{"policy":"([^"]+)"\}/g);
			const documents = [...policies].map(([, policy = ""]) => plan.policies[policy]);
			for (const token of tokensIn([properties, documents])) {
				if (token !== "collector.configuration") expect(known).toContain(token.split(".")[0]);
			}
			for (const before of after) expect(known).toContain(before);
			known.add(id);
		}
	});

	test("gives no task a value in its environment", () => {
		const [container] = property(plan, "task-definition", "containerDefinitions") as [Record<string, unknown>];
		expect(container).not.toHaveProperty("environment");
		expect(container.secrets).toEqual([
			{ name: "COLLECTOR_TOKEN", valueFrom: arn("secretsmanager", "secret:token-AbCdEf") },
			{ name: "COWORK_PSEUDONYM_KEY", valueFrom: arn("secretsmanager", "secret:pseudonyms-AbCdEf") },
			{ name: "SIEM_TOKEN", valueFrom: `${arn("secretsmanager", "secret:siem-AbCdEf")}:authorization::` },
		]);
	});
});

function property(plan: CollectorPlan, id: string, name: string): unknown {
	return plan.resources.find((each) => each.id === id)?.properties[name];
}

test("of what is named nothing is created, and nothing of it changes", () => {
	expect(planOf(existing).resources.map(({ type }) => type)).toEqual([
		"object of S3",
		"AWS::ElasticLoadBalancingV2::LoadBalancer",
		"AWS::ElasticLoadBalancingV2::TargetGroup",
		"AWS::ElasticLoadBalancingV2::Listener",
		"AWS::ElasticLoadBalancingV2::ListenerRule",
		"AWS::ECS::TaskDefinition",
		"AWS::ECS::Service",
		"AWS::Route53::RecordSet",
	]);
});

describe("the roles", () => {
	const { policies } = planOf({
		...least,
		image: existing.image,
		logGroupArn: existing.logGroupArn,
		accountId: account,
	});
	const may = (role: string, action: string, resource: string) =>
		decide([policies[role] as PolicyDocument], { action, resource });

	test("the one that starts tasks reads these secrets, writes these logs and pulls this image", () => {
		const secret = (name: string) => arn("secretsmanager", `secret:${name}`);
		expect(may("execution", "secretsmanager:GetSecretValue", secret("siem-AbCdEf"))).toBe("allow");
		expect(may("execution", "secretsmanager:GetSecretValue", secret("another-AbCdEf"))).toBe("implicit deny");
		const repository = (name: string) => arn("ecr", `repository/${name}`);
		expect(may("execution", "ecr:BatchGetImage", repository("otel/collector"))).toBe("allow");
		expect(may("execution", "ecr:BatchGetImage", repository("payroll"))).toBe("implicit deny");
		expect(may("execution", "s3:GetObject", "arn:aws:s3:::anything/at-all")).toBe("implicit deny");
		expect(may("execution", "logs:CreateLogGroup", arn("logs", "log-group:/platform/otel"))).toBe("implicit deny");
	});

	test("the collector's own reads its configurations, and no other object", () => {
		const { policies: own } = planOf({ ...least, configurationBucket: "example-configuration" });
		const read = (key: string) =>
			decide([own.task as PolicyDocument], {
				action: "s3:GetObject",
				resource: `arn:aws:s3:::example-configuration/${key}`,
			});
		expect(read("cowork/eu/collector-0123456789abcdef.json")).toBe("allow");
		expect(read("cowork/eu2/collector-0123456789abcdef.json")).toBe("implicit deny");
		expect(read("cowork/eu/other.json")).toBe("implicit deny");
	});

	test("ECS takes them, for tasks of this account and region alone", () => {
		const assume = (of: string) =>
			decide([policies.trust as PolicyDocument], {
				action: "sts:AssumeRole",
				resource: "*",
				principal: ["Service", "ecs-tasks.amazonaws.com"],
				context: { "aws:SourceAccount": of, "aws:SourceArn": `arn:aws:ecs:${region}:${of}:task/x` },
			});
		expect(assume(account)).toBe("allow");
		expect(assume("444455556666")).toBe("implicit deny");
	});
});

test("another sink is another object, another task definition and another port, and nothing else", () => {
	const changed = (before: CollectorPlan, after: CollectorPlan) => {
		const properties = ({ resources }: CollectorPlan, of: string) =>
			JSON.stringify(resources.find(({ id }) => id === of)?.properties);
		return after.resources.map(({ id }) => id).filter((id) => properties(before, id) !== properties(after, id));
	};
	const with443 = (endpoint: string) => {
		const { metrics, events } = sinks;
		return { sinks: { metrics: { ...metrics, endpoint }, events } };
	};
	const plan = (collector: object) => {
		const request = onEcs(least, collector);
		return requested(request);
	};
	const before = plan(with443("https://metrics.example.com"));
	expect(changed(before, plan(with443("https://metrics.example.org")))).toEqual(["configuration", "task-definition"]);
	expect(changed(before, plan(with443("https://metrics.example.com:4318")))).toEqual([
		"configuration",
		"task-to.4318",
		"task-definition",
	]);
});

describe("a collector with a name", () => {
	test("is what devices call, and stands in every list", async () => {
		const { json, text, paths } = await compile({
			...onEcs(least),
			settings: { coworkEgressAllowedHosts: ["pypi.org"] },
			claudeCode: {},
		});
		const { settings } = json("groups/pilot/settings.json") as { settings: Record<string, unknown> };
		expect(settings.otlpEndpoint).toEqual({
			value: "https://otel.example.com",
			layer: "observability",
			overrides: [],
		});
		for (const list of ["egress.txt", "groups/pilot/egress.txt"]) {
			expect(text(list).split("\n")).toContain("otel.example.com");
		}
		const { sandbox } = json("groups/pilot/egress.json") as { sandbox: { automatic: string[] } };
		expect(sandbox.automatic).toContain("otel.example.com");
		const code = paths.find((each) => each.endsWith("linux/claude-code/managed-settings.json")) ?? "";
		expect(paths.filter((each) => each.includes("claude-code") || each.includes("ClaudeCode"))).not.toEqual([]);
		if (code) expect(text(code)).toContain("https://otel.example.com");
	});

	test("has a list of its own, of which no device's host is a part", async () => {
		const { text } = await compile(onEcs(least));
		const own = text("observability/collector/egress.txt").trim().split("\n");
		expect(own).toEqual([
			"*.s3.eu-central-1.amazonaws.com",
			"ghcr.io",
			"logs.eu-central-1.amazonaws.com",
			"metrics.example.com",
			"pkg-containers.githubusercontent.com",
			"secretsmanager.eu-central-1.amazonaws.com",
			"siem.example.com",
		]);
		const devices = text("egress.txt").split("\n");
		expect(own.filter((host) => devices.includes(host))).toEqual([]);
	});

	test("tells every group what it waits for", async () => {
		const { text } = await compile(onEcs({ ...least, settled: undefined }));
		expect(text("groups/pilot/HANDOVER.md")).toContain("has to be issued before anything is created");
	});
});

describe("a collector under its load balancer's own name", () => {
	test("is late in settings, the sandbox and the plan, and on no perimeter's list", async () => {
		const { json, text, warnings, bundle } = await compile({
			...onEcs(inClear),
			settings: { coworkEgressAllowedHosts: ["pypi.org"] },
		});
		expect(json("groups/pilot/settings.json")).toMatchObject({
			settings: { otlpEndpoint: { value: { late: "collector.endpoint" } } },
		});
		const group = json("groups/pilot/egress.json") as { sandbox: { automatic: unknown[] }; notes: string[] };
		expect(group.sandbox.automatic).toContainEqual({ late: "collector.endpoint" });
		expect(group.notes).toContain(
			"otlpEndpoint is known only once the collector's load balancer is created; its addresses are inside the VPC, and no host is listed for it",
		);
		expect(text("egress.txt")).not.toContain("elb");
		expect(warnings.map(({ message }) => message)).toContain(
			"the address of the collector's load balancer is not known here; the profiles that need it are not written; write observability.collector.provision.ecs.address, or run pulumi up",
		);
		expect(bundle.omitted.map(({ path: omitted }) => omitted)).toContain(
			"groups/pilot/profiles/linux/managed-settings.json",
		);
		expect(json("cloud/collector/resources.json")).toMatchObject({
			late: { "collector.endpoint": "http://<late:balancer.dnsName>:4318" },
		});
	});
});

const program = realCollector();

test.skipIf("whyNot" in program)("a real collector takes the configuration as it is placed", async () => {
	const { configuration } = planOf(least);
	await inFolder(async (folder) => {
		const file = path.join(folder, "configuration");
		writeFileSync(file, configuration);
		const env = { COLLECTOR_TOKEN: "Bearer right", COWORK_PSEUDONYM_KEY: "key", SIEM_TOKEN: "s" };
		const place = "path" in program ? program.path : "";
		const { status, stderr } = spawnSync(place, ["validate", `--config=${file}`], { env, encoding: "utf8" });
		expect([status, stderr]).toEqual([0, ""]);
	});
});
