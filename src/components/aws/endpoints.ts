import type { VpcEndpoint } from "@pulumi/aws/ec2/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { EndpointsPlan } from "../../inference/aws/plan.js";
import type { EndpointService } from "../../inference/aws/provision.js";
import { runError } from "../run-error.js";
import { type LateValue, textOf, textsOf } from "./late-values.js";
import type { Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

export interface PlacedEndpoints {
	readonly byService: Readonly<Partial<Record<EndpointService, VpcEndpoint>>>;
	readonly securityGroupId: pulumi.Output<string>;
	/** Base URLs by the name of the late value that they are. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Interface endpoints that clients reach over HTTPS and that start no connection themselves. */
export function placeEndpoints(endpoints: EndpointsPlan<LateValue>, placing: Placing): PlacedEndpoints {
	const { VpcEndpoint } = awsModule("ec2/index.js");
	const { name, plan, values, child } = placing;
	const { tags, region } = plan;
	const vpcId = textOf(endpoints.vpcId);
	const securityGroupId = placeSecurityGroup(endpoints, placing, vpcId);
	const services = endpoints.services.map(({ service, serviceName, policy }): [EndpointService, VpcEndpoint] => [
		service,
		new VpcEndpoint(
			`${name}-endpoint-${service}`,
			{
				vpcId,
				serviceName,
				vpcEndpointType: "Interface",
				subnetIds: textsOf(endpoints.subnetIds),
				securityGroupIds: [securityGroupId],
				privateDnsEnabled: endpoints.privateDnsEnabled,
				policy: values.document(policy),
				tags,
				region,
			},
			child,
		),
	]);
	const byService = Object.fromEntries(services);
	const { baseUrl } = endpoints;
	const endpoint = baseUrl && byService[baseUrl.service];
	return {
		byService,
		securityGroupId,
		late: endpoint
			? { [baseUrl.late]: endpoint.dnsEntries.apply((entries) => `https://${regionalName(entries)}${baseUrl.suffix}`) }
			: {},
	};
}

function placeSecurityGroup(endpoints: EndpointsPlan<LateValue>, placing: Placing, vpcId: pulumi.Output<string>) {
	const { SecurityGroup } = awsModule("ec2/index.js");
	const { SecurityGroupIngressRule } = awsModule("vpc/index.js");
	const { name, plan, child } = placing;
	const { tags, region } = plan;
	const description = "Clients of the endpoints for Claude Cowork";
	const group = new SecurityGroup(`${name}-endpoints`, { vpcId, description, tags, region }, child);
	for (const cidrIpv4 of endpoints.clientCidrs) {
		new SecurityGroupIngressRule(
			`${name}-endpoints-from.${cidrIpv4}`,
			{ securityGroupId: group.id, cidrIpv4, ipProtocol: "tcp", fromPort: 443, toPort: 443, tags, region },
			child,
		);
	}
	return group.id;
}

/** An endpoint has a name per zone too, which carries the zone after the endpoint's id, and maybe the public names. */
function regionalName(entries: readonly { readonly dnsName: string }[]): string {
	const names = entries.map(({ dnsName }) => dnsName).filter((name) => name.startsWith("vpce-"));
	const [shortest] = names.sort((a, b) => a.length - b.length);
	if (shortest === undefined) throw runError("the endpoint has no regional DNS name of its own");
	return shortest;
}
