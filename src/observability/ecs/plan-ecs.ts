import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedLookUp } from "../../cloud/planned-resource.js";
import type { JsonObject } from "../../json.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { isError } from "../../problem.js";
import type { CollectorHost, CollectorPlan, CollectorRequest } from "../collector-host.js";
import { endpointOf, planBalancer, portOf } from "./balancer.js";
import { checkEcs } from "./check-ecs.js";
import { placeConfiguration } from "./configuration.js";
import { defaultImage, logDays } from "./defaults.js";
import { ecsResource } from "./ecs-resource.js";
import { ecsShape } from "./ecs-shape.js";
import { neededHosts } from "./needed-hosts.js";
import { planNetwork } from "./network.js";
import type { EcsProvision } from "./options.js";
import { type EcsRequest, nameOf } from "./request.js";
import { planRoles } from "./roles.js";
import { planService } from "./service.js";
import { manual } from "./settled.js";

/** A collector on Amazon ECS with Fargate, behind a load balancer. */
export const ecs: CollectorHost = {
	cloud: "aws",
	summary: "On Amazon ECS with Fargate, behind a load balancer.",
	shape: ecsShape,
	manual,
	endpoint: (block, at) => endpointOf(provisionOf(block), at),
	plan: planEcs,
};

function provisionOf(block: JsonObject): EcsProvision {
	// The shape says as much as the type.
	return block as unknown as EcsProvision;
}

function planEcs(asked: CollectorRequest, block: JsonObject): Outcome<CollectorPlan> {
	const provision = provisionOf(block);
	const problems = checkEcs(asked, provision);
	const { config } = asked;
	if (problems.some(isError) || !config) return refused(...problems);
	return made(planned({ ...asked, config, ecs: provision }), problems);
}

function planned(request: EcsRequest): CollectorPlan {
	const { ecs } = request;
	const image = ecs.image ?? defaultImage;
	const configuration = placeConfiguration(request);
	const logs = planLogs(request);
	const logGroup = outputOf({ id: "logs" }, "arn");
	const roles = planRoles(request, { logGroup, image, configuration: configuration.objects });
	const network = planNetwork(request, portOf(ecs));
	const balancer = planBalancer(request, network.balancerGroups);
	const service = planService(request, {
		...roles,
		image,
		configuration: configuration.uri,
		logGroup: outputOf({ id: "logs" }, "name"),
		securityGroups: network.taskGroups,
		targetGroupArn: balancer.targetGroupArn,
		after: [configuration.object, ...balancer.resources.slice(-1), ...roles.resources, ...network.resources]
			.filter(({ type }) => type !== "AWS::IAM::Role" && type !== "AWS::EC2::SecurityGroup")
			.map(({ id }) => id),
	});
	const account: PlannedLookUp = { id: "account", asks: "account", properties: {} };
	const { hosts, notes } = neededHosts(request, { image, bucket: configuration.bucket });
	return {
		lookUps: [...(ecs.accountId === undefined ? [account] : []), ...logs.lookUps],
		resources: [
			...configuration.resources,
			...logs.resources,
			...roles.resources,
			...network.resources,
			...balancer.resources,
			...service,
			...balancer.record,
		],
		policies: { ...configuration.policies, ...roles.policies },
		late: balancer.late,
		outputs: {
			collector: {
				balancer: outputOf({ id: "balancer" }, "dnsName"),
				bucket: configuration.bucket,
				logGroup: outputOf({ id: "logs" }, "name"),
			},
		},
		egress: hosts,
		notes,
		uses: ecs.secrets ? [{ type: "AWS::SecretsManager::Secret", meter: "per secret, and per request" }] : [],
		configuration: configuration.text,
	};
}

/** What the collector says of itself: no telemetry. */
function planLogs(request: EcsRequest): Pick<CollectorPlan, "lookUps" | "resources"> {
	const { logGroupArn, logRetentionDays = logDays, tags = {}, region } = request.ecs;
	if (logGroupArn !== undefined) {
		return { lookUps: [{ id: "logs", asks: "logGroup", properties: { arn: logGroupArn } }], resources: [] };
	}
	const properties = { namePrefix: `${nameOf(request)}-`, retentionInDays: logRetentionDays, tags, region };
	return { lookUps: [], resources: [ecsResource("AWS::Logs::LogGroup", "logs", properties)] };
}
