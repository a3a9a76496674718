import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import { defaultCpu, defaultMemory, defaultTasks, ports } from "./defaults.js";
import { ecsResource } from "./ecs-resource.js";
import type { Container } from "./properties.js";
import { type EcsRequest, nameOf } from "./request.js";

/** What runs the collector's tasks, and where. */
export interface ServiceSurroundings {
	readonly image: string;
	/** Where the collector reads its configuration. */
	readonly configuration: string;
	/** Name. */
	readonly logGroup: string;
	readonly executionRoleArn: string;
	readonly taskRoleArn: string;
	readonly securityGroups: readonly string[];
	readonly targetGroupArn: string;
	/** Ids of what must be there before. */
	readonly after: readonly string[];
}

const containerName = "collector";

/** A cluster where none is named, and a service in it that goes back by itself where a new definition does not come up. */
export function planService(request: EcsRequest, given: ServiceSurroundings): PlannedResource[] {
	const { ecs, deployment } = request;
	const { region, tags = {}, subnetIds, desiredCount = defaultTasks } = ecs;
	const name = nameOf(request);
	const clusterName = ecs.clusterName ?? `cowork-${deployment}`;
	const cluster =
		ecs.clusterArn === undefined
			? [ecsResource("AWS::ECS::Cluster", "cluster", { name: clusterName, tags, region }, { name: clusterName })]
			: [];
	const definition = ecsResource(
		"AWS::ECS::TaskDefinition",
		"task-definition",
		{
			family: name,
			requiresCompatibilities: ["FARGATE"],
			networkMode: "awsvpc",
			cpu: String(ecs.cpu ?? defaultCpu),
			memory: String(ecs.memory ?? defaultMemory),
			executionRoleArn: given.executionRoleArn,
			taskRoleArn: given.taskRoleArn,
			containerDefinitions: [container(ecs, given)],
			tags,
			region,
		},
		{ name },
	);
	const service = ecsResource(
		"AWS::ECS::Service",
		"service",
		{
			name,
			cluster: ecs.clusterArn ?? outputOf({ id: "cluster" }, "arn"),
			taskDefinition: outputOf(definition, "arn"),
			desiredCount,
			launchType: "FARGATE",
			networkConfiguration: {
				subnets: [...subnetIds],
				securityGroups: [...given.securityGroups],
				assignPublicIp: ecs.publicTaskAddresses ?? false,
			},
			loadBalancers: [{ targetGroupArn: given.targetGroupArn, containerName, containerPort: ports.http }],
			deploymentCircuitBreaker: { enable: true, rollback: true },
			deploymentMinimumHealthyPercent: 100,
			deploymentMaximumPercent: 200,
			healthCheckGracePeriodSeconds: 60,
			enableEcsManagedTags: true,
			propagateTags: "SERVICE",
			waitForSteadyState: true,
			tags,
			region,
		},
		{ name, after: given.after },
	);
	return [...cluster, definition, service];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function container({ secrets = {}, region }: EcsRequest["ecs"], given: ServiceSurroundings): Container {
	const named = Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		name: containerName,
		image: given.image,
		essential: true,
		command: [`--config=${given.configuration}`],
		portMappings: Object.values(ports).map((containerPort) => ({ containerPort, protocol: "tcp" })),
		secrets: named.map(([name, { arn, key }]) => ({ name, valueFrom: key === undefined ? arn : `${arn}:${key}::` })),
		readonlyRootFilesystem: true,
		// What is under way is sent before it goes.
		stopTimeout: 60,
		linuxParameters: { capabilities: { drop: ["ALL"] } },
		logConfiguration: {
			logDriver: "awslogs",
			options: { "awslogs-group": given.logGroup, "awslogs-region": region, "awslogs-stream-prefix": containerName },
		},
	};
}
