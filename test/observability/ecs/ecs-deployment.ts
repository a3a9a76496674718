import { parseDeployment } from "../../../src/deployment/parse.js";
import type { CollectorPlan } from "../../../src/observability/collector-host.js";
import { observed, sinks } from "../observed.js";

export const account = "111122223333";
export const region = "eu-central-1";

export function arn(service: string, resource: string, of = region): string {
	return `arn:aws:${service}:${of}:${account}:${resource}`;
}

const secret = (name: string) => ({ arn: arn("secretsmanager", `secret:${name}-AbCdEf`) });

/** Where the collector's block stands in problems. */
export const at = "observability.collector.provision.ecs";

/** A block that says as little as it can. */
export const least = {
	region,
	vpcId: "vpc-0123",
	subnetIds: ["subnet-a", "subnet-b"],
	clientCidrs: ["10.0.0.0/8"],
	address: {
		name: "otel.example.com",
		certificateArn: arn("acm", "certificate/0123-abcd"),
		zoneId: "Z0123456789ABC",
	},
	secrets: {
		COLLECTOR_TOKEN: secret("token"),
		COWORK_PSEUDONYM_KEY: secret("pseudonyms"),
		SIEM_TOKEN: { ...secret("siem"), key: "authorization" },
	},
	settled: ["certificate"],
};

/** A block that names all that may exist. */
export const existing = {
	...least,
	accountId: account,
	clientCidrs: undefined,
	balancerSubnetIds: ["subnet-c", "subnet-d"],
	balancerSecurityGroupIds: ["sg-balancer"],
	taskSecurityGroupIds: ["sg-tasks"],
	clusterArn: arn("ecs", "cluster/platform"),
	image: `${account}.dkr.ecr.${region}.amazonaws.com/otel/collector:0.160.0`,
	configurationBucket: "example-configuration",
	logGroupArn: arn("logs", "log-group:/platform/otel"),
	executionRoleArn: `arn:aws:iam::${account}:role/otel-execution`,
	taskRoleArn: `arn:aws:iam::${account}:role/otel-task`,
};

/** The least block without an address of its own. */
export const inClear = { ...least, address: undefined, inClear: true, settled: undefined };

const { metrics, events } = sinks;

/** A deployment whose collector is on ECS. */
export function onEcs(ecs: object, collector: object = {}, more: object = {}): Record<string, unknown> {
	return observed(
		{
			...more,
			collector: {
				auth: { token: { fromEnv: "COLLECTOR_TOKEN" }, helper: "/opt/example/token" },
				sinks: { metrics, events },
				provision: { ecs: JSON.parse(JSON.stringify(ecs)) },
				...collector,
			},
		},
		{ pilot: { preset: "none", platforms: ["macos", "linux"] } },
	);
}

/** What is planned of a deployment. */
export function requested(deployment: object): CollectorPlan {
	const { collector } = parseDeployment(deployment);
	if (!collector) throw new Error("no collector is planned");
	return collector.plan;
}

/** What is planned for a block. */
export function planOf(ecs: object): CollectorPlan {
	return requested(onEcs(ecs));
}
