import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import { hostOfUrl } from "../../host.js";
import { ports } from "./defaults.js";
import { ecsResource } from "./ecs-resource.js";
import { type EcsRequest, isKnown } from "./request.js";

/** Security groups of the load balancer and of the tasks behind it. */
export interface PlannedNetwork {
	readonly balancerGroups: readonly string[];
	readonly taskGroups: readonly string[];
	readonly resources: readonly PlannedResource[];
}

const betweenThem = [
	["telemetry", ports.http],
	["health", ports.health],
] as const;

/** Devices reach the load balancer alone, it reaches the tasks alone, and tasks what they send to. */
export function planNetwork(request: EcsRequest, port: number): PlannedNetwork {
	const { ecs } = request;
	const { vpcId, region, tags = {}, clientCidrs = [] } = ecs;
	const group = (word: string, description: string) =>
		ecsResource("AWS::EC2::SecurityGroup", `${word}-group`, { vpcId, description, tags, region });
	const balancer = ecs.balancerSecurityGroupIds
		? undefined
		: group("balancer", "Load balancer of the collector for Claude Cowork");
	const task = ecs.taskSecurityGroupIds ? undefined : group("task", "Tasks of the collector for Claude Cowork");
	const balancerGroups = ecs.balancerSecurityGroupIds ?? [outputOf({ id: "balancer-group" }, "id")];
	const taskGroups = ecs.taskSecurityGroupIds ?? [outputOf({ id: "task-group" }, "id")];
	const rule = (
		direction: "Ingress" | "Egress",
		of: PlannedResource,
		{ id, to, at, description }: { id: string; to: Peer; at: number; description: string },
	) =>
		ecsResource(
			`AWS::EC2::SecurityGroup${direction}`,
			id,
			{
				securityGroupId: outputOf(of, "id"),
				description,
				...to,
				ipProtocol: "tcp",
				fromPort: at,
				toPort: at,
				tags,
				region,
			},
			{ name: `${to.cidrIpv4 ?? "group"}:${at}` },
		);
	const resources = [
		...(balancer
			? [
					balancer,
					...clientCidrs.map((cidrIpv4) =>
						rule("Ingress", balancer, { id: `from.${cidrIpv4}`, to: { cidrIpv4 }, at: port, description: "Devices" }),
					),
				]
			: []),
		...(task ? [task] : []),
		...(balancer
			? each(taskGroups).map(([word, referencedSecurityGroupId, signal, at]) =>
					rule("Egress", balancer, {
						id: `balancer-to-task${word}.${signal}`,
						to: { referencedSecurityGroupId },
						at,
						description: `Tasks, ${signal}`,
					}),
				)
			: []),
		...(task
			? [
					...each(balancerGroups).map(([word, referencedSecurityGroupId, signal, at]) =>
						rule("Ingress", task, {
							id: `task-from-balancer${word}.${signal}`,
							to: { referencedSecurityGroupId },
							at,
							description: `Load balancer, ${signal}`,
						}),
					),
					// No security group knows names: what is behind the ports the collector's own list of hosts says.
					...portsOut(request).map((at) =>
						rule("Egress", task, {
							id: `task-to.${at}`,
							to: { cidrIpv4: "0.0.0.0/0" },
							at,
							description: "Sinks and AWS",
						}),
					),
				]
			: []),
	];
	return { balancerGroups, taskGroups, resources };
}

type Peer = { readonly cidrIpv4?: string; readonly referencedSecurityGroupId?: string };

function each(groups: readonly string[]) {
	return groups.flatMap((group, index) =>
		betweenThem.map(([signal, at]) => {
			const word = groups.length === 1 ? "" : `.${isKnown(group) ? group : index}`;
			return [word, group, signal, at] as const;
		}),
	);
}

/** Ports that the collector and the start of its tasks need, ascending. */
function portsOut({ collector }: EcsRequest): number[] {
	const ofSinks = Object.values(collector.sinks ?? {}).flatMap(({ endpoint }) => hostOfUrl(endpoint).value?.port ?? []);
	return [...new Set([443, ...ofSinks])].sort((a, b) => a - b);
}
