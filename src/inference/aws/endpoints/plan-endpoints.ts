import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedLookUp } from "../../../cloud/planned-resource.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { below, type Problem } from "../../../problem.js";
import { tokensIn } from "../../../reference/token.js";
import { type AwsService, awsEndpointService, awsServiceHost } from "../../aws-hosts.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import type { Identity } from "../identity/identity.js";
import { defaultServices } from "../identity/sign-ins.js";
import { endpointReference, settled } from "../late-references.js";
import type { AwsProvision, ExistingEndpoint } from "../provision.js";
import { type AwsRequest, scopeOf } from "../request.js";
import { meterOf, resource } from "../resource.js";
import { type EndpointCalls, endpointPolicy } from "./endpoint-policy.js";
import type { EndpointRoute } from "./endpoint-route.js";
import { type EndpointNetwork, planNetwork } from "./network.js";

export type EndpointsRequest = AwsRequest<Pick<AwsProvision, "accountId" | "privateEndpoints" | "tags">>;

/** The endpoints of a deployment, where it asks for them. */
export function planEndpoints(
	request: EndpointsRequest,
	route: EndpointRoute,
	identities: readonly Identity[],
	calls: EndpointCalls,
): Outcome<PlanPart> {
	const { privateEndpoints } = request.provision;
	if (!privateEndpoints) return made({});
	const { existing = {}, organizationId, otherPrincipals } = privateEndpoints;
	const scope = scopeOf(request);
	const roles = identities.flatMap(({ assumed }) => assumed ?? []);
	const services = endpointServices(request, route);
	const network = services.every((service) => existing[service]) ? undefined : planNetwork(request, privateEndpoints);
	const parts: PlanPart[] = network ? [{ resources: network.resources }] : [];
	const problems: Problem[] = [];
	for (const service of services) {
		const policy = endpointPolicy(service, {
			scope,
			calls,
			roles,
			others: otherPrincipals === "allow",
			...(organizationId && { organizationId }),
		});
		problems.push(...policy.problems.map((problem) => below([...request.at.block, "provision"], problem)));
		if (!policy.value) continue;
		const found = existing[service];
		parts.push({ policies: { [endpointId(service)]: policy.value } });
		if (found) {
			const use = { type: "AWS::EC2::VPCEndpoint", meter: meterOf("AWS::EC2::VPCEndpoint") };
			parts.push({ outputs: { endpoints: { [service]: found.id } }, uses: [use] });
		}
		if (!found && network) parts.push(createdEndpoint(service, request, network));
	}
	parts.push({ privateHosts: publicHosts(request, route) }, baseUrl(request, route));
	return problems.length > 0 ? refused(...problems) : made(joinPlans(parts));
}

/** Services that people call privately where endpoints are asked for. */
export function endpointServices(
	{ provision, signIn }: EndpointsRequest,
	{ services }: EndpointRoute,
): readonly AwsService[] {
	return provision.privateEndpoints?.services ?? defaultServices(signIn, services);
}

/**
 * Public hosts that leave the perimeter because private endpoints serve them. Where profiles name the endpoint itself,
 * devices do not resolve through the VPC, and only what the base URL carries is private to them.
 */
function publicHosts(request: EndpointsRequest, route: EndpointRoute): string[] {
	const { useRegionalName, privateDns } = request.provision.privateEndpoints ?? {};
	if (useRegionalName) return [awsServiceHost(route.service, request.region)];
	if (privateDns === "none") return [];
	return endpointServices(request, route)
		.map((service) => awsServiceHost(service, request.region))
		.sort();
}

/** Clients reach it over HTTPS, and it starts no connection itself. */
function createdEndpoint(
	service: AwsService,
	{ region, provision }: EndpointsRequest,
	network: EndpointNetwork,
): PlanPart {
	const name = awsEndpointService(service, region);
	const endpoint = resource(
		"AWS::EC2::VPCEndpoint",
		endpointId(service),
		{
			vpcId: network.vpcId,
			serviceName: name,
			vpcEndpointType: "Interface",
			subnetIds: [...network.subnetIds],
			securityGroupIds: [...network.securityGroupIds],
			privateDnsEnabled: network.privateDnsEnabled,
			policy: { policy: endpointId(service) },
			tags: provision.tags ?? {},
			region,
		},
		{ name },
	);
	return { resources: [endpoint], outputs: { endpoints: { [service]: outputOf(endpoint, "id") } } };
}

/** Of the endpoint in the plan, and of its policy there. */
function endpointId(service: AwsService): string {
	return `endpoint-${service}`;
}

/** The regional name of the endpoint as the address that devices call, where they are to be told it. */
function baseUrl(request: EndpointsRequest, { service, suffix }: EndpointRoute): PlanPart {
	const { useRegionalName, existing } = request.provision.privateEndpoints ?? {};
	if (!useRegionalName) return {};
	const { name, lookUps } = regionalName(service, request.region, existing?.[service]);
	const url = `https://${name}${suffix}`;
	const isLate = tokensIn(url).length > 0;
	const settings = { inferenceBedrockBaseUrl: isLate ? endpointReference : url };
	return {
		lookUps,
		settings: Object.fromEntries(request.groups.map((group) => [group.name, settings])),
		...(isLate ? { late: settled(endpointReference, url) } : { privateHosts: [name] }),
	};
}

/** Given, or of the endpoint that is created, or looked up. */
function regionalName(service: AwsService, region: string, existing: ExistingEndpoint | undefined) {
	if (!existing) return { name: outputOf({ id: endpointId(service) }, "regionalName"), lookUps: [] };
	if (existing.regionalName !== undefined) return { name: existing.regionalName, lookUps: [] };
	const lookUp: PlannedLookUp = {
		id: endpointId(service),
		asks: "endpoint",
		properties: { id: existing.id, region },
	};
	return { name: outputOf(lookUp, "regionalName"), lookUps: [lookUp] };
}
