import { partitionOf } from "../aws-region.js";
import { type EndpointPolicyRequest, endpointPolicy } from "./endpoint-policy.js";
import { late } from "./late-text.js";
import type { EndpointsPlan } from "./plan.js";
import type { EndpointService, PrivateEndpointsProvision } from "./provision.js";

/** Where a route's base URL leads when it names the endpoint. */
export interface EndpointTarget {
	readonly service: EndpointService;
	readonly suffix: "" | "/anthropic";
}

/** The endpoints of a deployment; what is wrong goes to `refuse`. */
export function planEndpoints<Late>(
	provision: PrivateEndpointsProvision<Late>,
	services: readonly EndpointService[],
	target: EndpointTarget,
	request: EndpointPolicyRequest,
	refuse: (wrong: string) => void,
): EndpointsPlan<Late> {
	const planned = services.flatMap((service) => {
		const policy = endpointPolicy(service, request);
		if (typeof policy !== "string") {
			return [{ service, serviceName: serviceName(service, request.place.region), policy }];
		}
		refuse(policy);
		return [];
	});
	return {
		vpcId: provision.vpcId,
		subnetIds: provision.subnetIds,
		clientCidrs: provision.clientCidrs,
		privateDnsEnabled: (provision.privateDns ?? "create") === "create",
		services: planned,
		...(provision.useRegionalName && { baseUrl: { ...target, late: late.endpoint } }),
	};
}

/**
 * Public hosts that clients reach by way of the endpoints. Without private DNS there are none: a profile then names the
 * endpoint itself, or nothing leads to it.
 */
export function hostsServed(
	provision: PrivateEndpointsProvision<unknown>,
	services: readonly EndpointService[],
	region: string,
): string[] {
	if (provision.privateDns === "none") return [];
	return services.map((service) => publicHost(service, region)).sort();
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html */
function serviceName(service: EndpointService, region: string): string {
	return `com.amazonaws.${region}.${serviceWords(service, region)}`;
}

function publicHost(service: EndpointService, region: string): string {
	if (service === "mantle") return `bedrock-mantle.${region}.api.aws`;
	return `${serviceWords(service, region)}.${region}.amazonaws.com`;
}

/** In the government regions the app calls the FIPS endpoints. */
function serviceWords(service: EndpointService, region: string): string {
	const fips = partitionOf(region) === "aws-us-gov" ? "-fips" : "";
	const words = { runtime: `bedrock-runtime${fips}`, control: `bedrock${fips}`, sts: "sts", mantle: "bedrock-mantle" };
	return words[service];
}
