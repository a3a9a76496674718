import { awsSignIns, defaultServices } from "../identity/sign-ins.js";
import { late } from "../late-text.js";
import type { EndpointNetworkPlan, EndpointPlan, EndpointsPlan, IdentityPlan } from "../plan.js";
import { assumedRoles, type Refuse } from "../plan-identities.js";
import type { EndpointService, PrivateEndpointsProvision } from "../provision.js";
import { partitionOf } from "../region.js";
import { type AwsRequest, placeOf } from "../request.js";
import { type EndpointCalls, endpointPolicy } from "./endpoint-policy.js";

/** What a route's people call by way of private endpoints. */
export interface EndpointRoute {
	/** The one that carries inference, to which the base URL leads. */
	readonly service: EndpointService;
	/** Every one that the app calls, besides the token service's. */
	readonly services: readonly EndpointService[];
	/** What a base URL has after the host. */
	readonly suffix: "" | "/anthropic";
}

type EndpointsRequest<Late> = AwsRequest<{
	readonly accountId?: string;
	readonly privateEndpoints?: PrivateEndpointsProvision<Late>;
}>;

/** The endpoints of a deployment, where it asks for them; what is wrong goes to `refuse`. */
export function planEndpoints<Late>(
	request: EndpointsRequest<Late>,
	route: EndpointRoute,
	identities: readonly IdentityPlan<Late>[],
	calls: EndpointCalls,
	refuse: Refuse,
): { readonly endpoints?: EndpointsPlan<Late> } {
	const { privateEndpoints } = request.provision;
	if (!privateEndpoints) return {};
	const { existing = {}, organizationId, useRegionalName } = privateEndpoints;
	const place = placeOf(request);
	const roles = assumedRoles(place, identities);
	const services = endpointServices(request, route).flatMap((service): EndpointPlan<Late>[] => {
		const policy = endpointPolicy(service, { place, calls, roles, ...(organizationId && { organizationId }) });
		const found = existing[service];
		if (typeof policy !== "string") {
			const common = { service, serviceName: serviceName(service, place.region), policy };
			return [{ ...common, ...(found && { existing: found }) }];
		}
		refuse(policy);
		return [];
	});
	const network = services.every((each) => each.existing) ? undefined : networkOf(privateEndpoints, refuse);
	const { service, suffix } = route;
	return {
		endpoints: {
			...(network && { network }),
			services,
			...(useRegionalName && { baseUrl: { service, suffix, late: late.endpoint } }),
		},
	};
}

/** Services that people call privately where endpoints are asked for. */
export function endpointServices(
	{ provision, signIn }: EndpointsRequest<unknown>,
	{ services }: EndpointRoute,
): readonly EndpointService[] {
	const way = awsSignIns[signIn];
	return provision.privateEndpoints?.services ?? (way ? defaultServices(way, services) : []);
}

/**
 * Public hosts that leave the perimeter because private endpoints serve them. Where profiles name the endpoint itself,
 * devices do not resolve through the VPC, and only what the base URL carries is private to them.
 */
export function privateHosts(request: EndpointsRequest<unknown>, route: EndpointRoute): string[] {
	const { privateEndpoints } = request.provision;
	if (!privateEndpoints) return [];
	const { useRegionalName, privateDns } = privateEndpoints;
	if (useRegionalName) return [publicHost(route.service, request.region)];
	if (privateDns === "none") return [];
	return endpointServices(request, route)
		.map((service) => publicHost(service, request.region))
		.sort();
}

/** What people must know of the endpoints. */
export function endpointNotes({ network, services }: EndpointsPlan<unknown>): string[] {
	const existing = services.filter((each) => each.existing).map(({ service }) => service);
	const notes =
		existing.length > 0
			? [`the endpoints for ${existing.join(", ")} keep their own policies, which have to let these calls through`]
			: [];
	const sts = services.some(({ service, ...each }) => service === "sts" && !each.existing);
	if (!sts || !network?.privateDnsEnabled) return notes;
	return [
		...notes,
		"the endpoint for sts carries every call of the VPC to the token service: it lets through those of principals and roles of the organisation, or else of the account, and no others",
	];
}

function networkOf<Late>(
	provision: PrivateEndpointsProvision<Late>,
	refuse: Refuse,
): EndpointNetworkPlan<Late> | undefined {
	const { vpcId, subnetIds, clientCidrs, securityGroupIds, privateDns = "create" } = provision;
	const missing = (name: string, message: string) => refuse(`is missing; ${message}`, "privateEndpoints", name);
	if (vpcId === undefined) missing("vpcId", "endpoints are created in it");
	if (subnetIds === undefined) missing("subnetIds", "endpoints are created in them");
	if (!clientCidrs && !securityGroupIds) missing("clientCidrs", "give the ranges of the clients, or securityGroupIds");
	if (clientCidrs && securityGroupIds) {
		const message = "does not go with securityGroupIds, whose groups nothing changes; leave one of them out";
		refuse(message, "privateEndpoints", "clientCidrs");
	}
	if (vpcId === undefined || subnetIds === undefined) return undefined;
	return {
		vpcId,
		subnetIds,
		clientCidrs: clientCidrs ?? [],
		...(securityGroupIds && { securityGroupIds }),
		privateDnsEnabled: privateDns === "create",
	};
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
