import { expect, test } from "vitest";
import { compileBundle } from "../../../src/bundle/compile.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { plannedResources } from "../../../src/policy/planned-resources.js";
import { compare } from "../../../src/review/compare.js";
import { reviewDeployment } from "../../../src/review/review-deployment.js";
import { arn, least, onEcs } from "../../observability/ecs/ecs-deployment.js";

async function reviewed(ecs: object) {
	const parsed = parseDeployment(onEcs(ecs));
	return reviewDeployment(parsed.deployment, await compileBundle(parsed));
}

async function findings(before: object, after: object) {
	const [a, b] = await Promise.all([reviewed(before), reviewed(after)]);
	const { findings: all } = compare({ name: "a", deployments: [a] }, { name: "b", deployments: [b] });
	return all.map(({ rule, grade, subject }) => [grade, rule, subject]);
}

test("a load balancer that the internet reaches is a further way, and so is another range of clients", async () => {
	const open = {
		...least,
		access: "internet",
		balancerSubnetIds: ["subnet-c", "subnet-d"],
		clientCidrs: ["10.0.0.0/8", "203.0.113.0/24"],
	};
	expect(await findings(least, open)).toEqual(
		expect.arrayContaining([
			["widens", "network-path-changed", "AWS::ElasticLoadBalancingV2::LoadBalancer balancer: internal"],
			["widens", "network-path-added", "AWS::EC2::SecurityGroupIngress 203.0.113.0/24:443"],
		]),
	);
});

test("another secret that tasks read is a permission, and another image is told", async () => {
	const secrets = { ...least.secrets, SIEM_TOKEN: { arn: arn("secretsmanager", "secret:other-AbCdEf") } };
	const image = "ghcr.io/example/opentelemetry-collector-contrib:0.160.0";
	const found = await findings(least, { ...least, secrets, image });
	expect(found).toEqual(
		expect.arrayContaining([
			["widens", "permission-added", "role cowork-eu-collector-execution"],
			["breaks", "permission-removed", "role cowork-eu-collector-execution"],
			["informs", "resource-changed", "AWS::ECS::TaskDefinition cowork-eu-collector: containerDefinitions"],
		]),
	);
});

test("rules of policy look at what is created for it", async () => {
	const resources = plannedResources(await reviewed(least));
	const role = resources.find(({ name }) => name === "cowork-eu-collector-task");
	expect(role?.properties.assumeRolePolicy).toMatchObject({ Statement: [{ Action: ["sts:AssumeRole"] }] });
});
