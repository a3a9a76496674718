import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { ecs } from "../../../src/components/aws/collector-adapters.js";
import { EcsCollector } from "../../../src/components/aws/ecs-collector.js";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway } from "../../../src/entries/index.js";
import { account, existing, inClear, least, planOf } from "../../observability/ecs/ecs-deployment.js";
import { recordAws, reveal } from "./record-aws.js";

const root = "pulumi-cowork:aws:EcsCollector";

const ofEverything = [
	"aws:cloudwatch/logGroup:LogGroup::eu-logs",
	"aws:ec2/securityGroup:SecurityGroup::eu-balancer-group",
	"aws:ec2/securityGroup:SecurityGroup::eu-task-group",
	"aws:ecs/cluster:Cluster::eu-cluster",
	"aws:ecs/service:Service::eu-service",
	"aws:ecs/taskDefinition:TaskDefinition::eu-task-definition",
	"aws:iam/role:Role::eu-execution-role",
	"aws:iam/role:Role::eu-task-role",
	"aws:iam/rolePolicy:RolePolicy::eu-execution-policy",
	"aws:iam/rolePolicy:RolePolicy::eu-task-policy",
	"aws:lb/listener:Listener::eu-listener",
	"aws:lb/listenerRule:ListenerRule::eu-listener-rule",
	"aws:lb/loadBalancer:LoadBalancer::eu-balancer",
	"aws:lb/targetGroup:TargetGroup::eu-targets",
	"aws:route53/record:Record::eu-record",
	"aws:s3/bucket:Bucket::eu-bucket",
	"aws:s3/bucketObjectv2:BucketObjectv2::eu-configuration",
	"aws:s3/bucketPolicy:BucketPolicy::eu-bucket-policy",
	"aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock::eu-bucket-private",
	"aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::eu-balancer-to-task.health",
	"aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::eu-balancer-to-task.telemetry",
	"aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::eu-task-to.443",
	"aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::eu-from.10.0.0.0/8",
	"aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::eu-task-from-balancer.health",
	"aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::eu-task-from-balancer.telemetry",
];

/** What is created where everything else exists. */
const ofLittle = [
	"aws:ecs/service:Service::eu-service",
	"aws:ecs/taskDefinition:TaskDefinition::eu-task-definition",
	"aws:lb/listener:Listener::eu-listener",
	"aws:lb/listenerRule:ListenerRule::eu-listener-rule",
	"aws:lb/loadBalancer:LoadBalancer::eu-balancer",
	"aws:lb/targetGroup:TargetGroup::eu-targets",
	"aws:route53/record:Record::eu-record",
	"aws:s3/bucketObjectv2:BucketObjectv2::eu-configuration",
];

const answers = { "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: account }) };

describe.each([
	["everything", least, ofEverything],
	["what does not exist", existing, ofLittle],
])("of a collector %s is created", (_, block, children) => {
	const plan = planOf({ ...block, accountId: account });
	const build = () => new EcsCollector("eu", { plan });

	test("below the component, and nothing is looked up that the plan gives", async () => {
		const { urns, calls } = await recordAws(build, answers);
		const own = urns.filter((urn) => !urn.startsWith("pulumi:pulumi:Stack::"));
		expect(own).toEqual([...children.map((child) => `${root}$${child}`), `${root}::eu`].sort());
		expect(calls).toEqual([]);
	});

	/** Every property that a plan names is one that the provider has: others would be dropped without a word. */
	test("as it was planned", async () => {
		const { resources } = await recordAws(build, answers);
		const registered = resources.filter(({ type }) => type.startsWith("aws:"));
		const properties = (each: Readonly<Record<string, unknown>>) =>
			Object.keys(each)
				.filter((name) => name !== "overrideProvider")
				.sort();
		expect(Object.fromEntries(registered.map(({ name, inputs }) => [name, properties(inputs)]))).toEqual(
			Object.fromEntries(plan.resources.map((each) => [`eu-${each.id}`, properties(each.properties)])),
		);
	});
});

test("a task reads its configuration from the bucket, and secrets from Secrets Manager alone", async () => {
	const plan = planOf(least);
	const { resources } = await recordAws(() => new EcsCollector("eu", { plan }), answers);
	const inputs = (name: string) => resources.find((each) => each.name === `eu-${name}`)?.inputs ?? {};
	const object = inputs("configuration");
	expect(JSON.parse(String(object.content))).toEqual(JSON.parse(plan.configuration));
	const [container] = JSON.parse(String(inputs("task-definition").containerDefinitions));
	expect(container.command).toEqual([
		`--config=s3://${object.bucket ?? ""}.s3.eu-central-1.amazonaws.com/${object.key}`,
	]);
	expect(container.environment).toBeUndefined();
	expect(container.secrets.map(({ name }: { name: string }) => name)).toEqual([
		"COLLECTOR_TOKEN",
		"COWORK_PSEUDONYM_KEY",
		"SIEM_TOKEN",
	]);
	const { Statement } = JSON.parse(String(inputs("execution-role").assumeRolePolicy));
	expect(Statement[0].Condition.StringEquals).toEqual({ "aws:SourceAccount": account });
});

const args = (provision: ReturnType<typeof ecs>): CoworkDeploymentArgs => ({
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5"],
		signIn: { interactive: {} },
	}),
	observability: {
		tier: "metadata",
		collector: {
			auth: { token: pulumi.secret("Bearer token"), helper: "/opt/example/token" },
			sinks: {
				metrics: { endpoint: "https://metrics.example.com" },
				events: { endpoint: "https://siem.example.com", headers: { authorization: pulumi.secret("siem") } },
			},
			provision,
		},
	},
	groups: { pilot: { preset: "none", platforms: ["linux"] } },
});

/** Variables have the names of the places at which a program passes secrets. */
const secrets = {
	OBSERVABILITY_COLLECTOR_AUTH_TOKEN: least.secrets.COLLECTOR_TOKEN,
	OBSERVABILITY_COLLECTOR_SINKS_EVENTS_HEADERS_AUTHORIZATION: least.secrets.SIEM_TOKEN,
	COWORK_PSEUDONYM_KEY: least.secrets.COWORK_PSEUDONYM_KEY,
};

const program = (block: object) => ecs(JSON.parse(JSON.stringify({ ...block, secrets })));

test("a program passes what it knows only later, and a deployment shows what stands", async () => {
	const block = {
		...program({ ...least, accountId: account }).options,
		region: "eu-central-1",
		vpcId: pulumi.output("vpc-late"),
		subnetIds: pulumi.output(["subnet-x", "subnet-y"]),
		address: { name: "otel.example.com", certificateArn: pulumi.output("arn:late"), zoneId: pulumi.output("ZLATE") },
	};
	const { result, resources } = await recordAws(() => new CoworkDeployment("eu", args(ecs(block))), {
		...answers,
	});
	const inputs = (name: string) => resources.find((each) => each.name === `eu-collector-${name}`)?.inputs ?? {};
	expect(inputs("balancer").subnets).toEqual(["subnet-x", "subnet-y"]);
	expect(inputs("targets").vpcId).toBe("vpc-late");
	expect(inputs("listener").certificateArn).toBe("arn:late");
	expect(inputs("record").zoneId).toBe("ZLATE");
	expect(Object.keys(result.collector)).toEqual(["balancer", "bucket", "logGroup"]);
});

test("a block that nobody places is refused, and so is one without the rest", () => {
	const { place: _, ...without } = program(least);
	expect(() => new CoworkDeployment("eu", args(without as never))).toThrow(
		"observability.collector.provision.ecs: is created by the adapter of its cloud alone",
	);
	expect(() => new CoworkDeployment("eu", args({ ecs: least } as never))).toThrow(
		"observability.collector.provision: takes ecs({...}); a program calls the function",
	);
	const missing = { ...args(program(least)), observability: { tier: "metadata" } as never };
	expect(() => new CoworkDeployment("eu", missing)).toThrow("observability.collector: is missing");
});

test("the load balancer's own name goes where devices are told it", async () => {
	const plan = planOf(inClear);
	const { result } = await recordAws(() => new EcsCollector("eu", { plan }), {
		...answers,
	});
	expect(Object.keys(result.late)).toEqual(["collector.endpoint"]);
	expect((await reveal(result.late["collector.endpoint"])).value).toBe("http://eu-balancer.elb.example:4318");
});
