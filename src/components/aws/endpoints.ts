import type { VpcEndpoint } from "@pulumi/aws/ec2/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { EndpointNetworkPlan, EndpointPlan, EndpointsPlan } from "../../inference/aws/plan.js";
import type { EndpointService } from "../../inference/aws/provision.js";
import { runError } from "../run-error.js";
import { type LateValue, textOf, textsOf } from "./late-values.js";
import type { Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

export interface PlacedEndpoints {
	/** Those that were created. */
	readonly byService: Readonly<Partial<Record<EndpointService, VpcEndpoint>>>;
	/** Ids of all of them. */
	readonly ids: Readonly<Partial<Record<EndpointService, pulumi.Output<string>>>>;
	/** What each has to let through, as JSON text; one that existed keeps its own policy, to be extended by its owner. */
	readonly policies: Readonly<Partial<Record<EndpointService, pulumi.Output<string>>>>;
	/** Of the endpoints that were created. */
	readonly securityGroupIds: pulumi.Output<string[]>;
	/** Base URLs by the name of the late value that they are. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Interface endpoints that clients reach over HTTPS and that start no connection themselves. */
export function placeEndpoints(endpoints: EndpointsPlan<LateValue>, placing: Placing): PlacedEndpoints {
	const { network, services, baseUrl } = endpoints;
	const securityGroupIds = network ? securityGroupsOf(network, placing) : pulumi.output<string[]>([]);
	const byService: Partial<Record<EndpointService, VpcEndpoint>> = {};
	const ids: Partial<Record<EndpointService, pulumi.Output<string>>> = {};
	for (const endpoint of services) {
		const { service, existing } = endpoint;
		if (existing) {
			ids[service] = textOf(existing.id);
			continue;
		}
		if (!network) throw runError(`the plan has no network for the endpoint of ${service}`);
		const placed = placeEndpoint(endpoint, network, securityGroupIds, placing);
		byService[service] = placed;
		ids[service] = placed.id;
	}
	const target = baseUrl && services.find(({ service }) => service === baseUrl.service);
	return {
		byService,
		ids,
		policies: Object.fromEntries(services.map(({ service, policy }) => [service, placing.values.document(policy)])),
		securityGroupIds,
		late:
			baseUrl && target
				? {
						[baseUrl.late]: regionalNameOf(target, byService[target.service], placing).apply(
							(name) => `https://${name}${baseUrl.suffix}`,
						),
					}
				: {},
	};
}

function placeEndpoint(
	{ service, serviceName, policy }: EndpointPlan<LateValue>,
	{ vpcId, subnetIds, privateDnsEnabled }: EndpointNetworkPlan<LateValue>,
	securityGroupIds: pulumi.Output<string[]>,
	{ name, plan, values, child }: Placing,
): VpcEndpoint {
	const { VpcEndpoint } = awsModule("ec2/index.js");
	const { tags, region } = plan;
	return new VpcEndpoint(
		`${name}-endpoint-${service}`,
		{
			vpcId: textOf(vpcId),
			serviceName,
			vpcEndpointType: "Interface",
			subnetIds: textsOf(subnetIds),
			securityGroupIds,
			privateDnsEnabled,
			policy: values.document(policy),
			tags,
			region,
		},
		child,
	);
}

function securityGroupsOf(network: EndpointNetworkPlan<LateValue>, placing: Placing): pulumi.Output<string[]> {
	if (network.securityGroupIds) return textsOf(network.securityGroupIds);
	const { SecurityGroup } = awsModule("ec2/index.js");
	const { SecurityGroupIngressRule } = awsModule("vpc/index.js");
	const { name, plan, child } = placing;
	const { tags, region } = plan;
	const description = "Clients of the endpoints for Claude Cowork";
	const vpcId = textOf(network.vpcId);
	const group = new SecurityGroup(`${name}-endpoints`, { vpcId, description, tags, region }, child);
	for (const cidrIpv4 of network.clientCidrs) {
		new SecurityGroupIngressRule(
			`${name}-endpoints-from.${cidrIpv4}`,
			{ securityGroupId: group.id, cidrIpv4, ipProtocol: "tcp", fromPort: 443, toPort: 443, tags, region },
			child,
		);
	}
	return pulumi.all([group.id]);
}

/** Given, or of the endpoint that was created, or looked up. */
function regionalNameOf(
	{ existing }: EndpointPlan<LateValue>,
	created: VpcEndpoint | undefined,
	{ plan, child }: Placing,
): pulumi.Output<string> {
	if (created) return created.dnsEntries.apply(regionalName);
	if (!existing) throw runError("the plan has no endpoint for its base URL");
	if (existing.regionalName !== undefined) return textOf(existing.regionalName);
	const { getVpcEndpointOutput } = awsModule("ec2/index.js");
	const found = getVpcEndpointOutput({ id: textOf(existing.id), region: plan.region }, child);
	return found.dnsEntries.apply(regionalName);
}

/** An endpoint has a name per zone too, which carries the zone after the endpoint's id, and maybe the public names. */
function regionalName(entries: readonly { readonly dnsName: string }[]): string {
	const names = entries.map(({ dnsName }) => dnsName).filter((name) => name.startsWith("vpce-"));
	const [shortest] = names.sort((a, b) => a.length - b.length);
	if (shortest === undefined) throw runError("the endpoint has no regional DNS name of its own");
	return shortest;
}
