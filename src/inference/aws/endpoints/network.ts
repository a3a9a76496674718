import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import type { PrivateEndpointsProvision } from "../provision.js";
import { resource } from "../resource.js";
import type { EndpointsRequest } from "./plan-endpoints.js";

/** Where endpoints are created, and who reaches them. */
export interface EndpointNetwork {
	readonly vpcId: string;
	readonly subnetIds: readonly string[];
	readonly securityGroupIds: readonly string[];
	/** Whether the endpoints own the private DNS names. */
	readonly privateDnsEnabled: boolean;
	/** What is created besides the endpoints. */
	readonly resources: readonly PlannedResource[];
}

/** Undefined where too little is said, of which `checkEndpoints` tells. */
export function planNetwork(
	{ region, provision: { tags = {} } }: EndpointsRequest,
	{ vpcId, subnetIds, clientCidrs = [], securityGroupIds, privateDns = "create" }: PrivateEndpointsProvision,
): EndpointNetwork | undefined {
	if (vpcId === undefined || subnetIds === undefined) return undefined;
	const network = { vpcId, subnetIds, privateDnsEnabled: privateDns === "create" };
	if (securityGroupIds) return { ...network, securityGroupIds, resources: [] };
	const description = "Clients of the endpoints for Claude Cowork";
	const group = resource("AWS::EC2::SecurityGroup", "endpoints", { vpcId, description, tags, region });
	const rules = clientCidrs.map((cidrIpv4) =>
		resource(
			"AWS::EC2::SecurityGroupIngress",
			`endpoints-from.${cidrIpv4}`,
			{
				securityGroupId: outputOf(group, "id"),
				cidrIpv4,
				ipProtocol: "tcp",
				fromPort: 443,
				toPort: 443,
				tags,
				region,
			},
			{ name: cidrIpv4 },
		),
	);
	return { ...network, securityGroupIds: [outputOf(group, "id")], resources: [group, ...rules] };
}
