import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { vertexEndpointHost, vertexHost } from "../../google-hosts.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import { endpointName } from "../identity/names.js";
import type { VertexPrivateEndpoint } from "../provision.js";
import type { VertexRequest } from "../request.js";
import { meterOf, resource } from "../resource.js";
import { planRecords } from "./plan-records.js";

/** The endpoint that a deployment asks for, and what leads devices to it. */
export function planEndpoint(request: VertexRequest): PlanPart {
	const endpoint = request.provision.privateEndpoint;
	if (!endpoint) return {};
	const { network, address } = endpoint;
	const created = endpoint.existing || network === undefined || address === undefined ? [] : createdEndpoint(request);
	const dns = dnsOf(endpoint);
	const records =
		(dns === "responsePolicy" || dns === "zone") && network !== undefined && address !== undefined
			? planRecords({ request, dns, network, address, project: projectOf(request), after: created.map(({ id }) => id) })
			: [];
	return joinPlans([
		{ resources: [...created, ...records] },
		endpoint.existing ? existingUse(endpoint.existing.name) : { outputs: { endpoints: ofCreated(created) } },
		{ privateHosts: dns === "none" ? [] : [vertexHost(request.region)] },
		namedEndpoint(request, endpoint),
	]);
}

/** How names lead to an endpoint where nobody says it. */
export function dnsOf({ dns, useEndpointName }: VertexPrivateEndpoint) {
	return dns ?? (useEndpointName ? "none" : "responsePolicy");
}

/** The endpoint's own name; undefined where it has none for the location. */
export function endpointHost(request: VertexRequest, endpoint: VertexPrivateEndpoint): string | undefined {
	return vertexEndpointHost(request.region, nameOf(request, endpoint));
}

function nameOf({ deployment }: VertexRequest, { existing, name }: VertexPrivateEndpoint): string {
	return existing?.name ?? name ?? endpointName(deployment);
}

/** Google takes an endpoint in the project of its network alone. */
function projectOf({ projectId, provision }: VertexRequest): string {
	const { projectId: said, network } = provision.privateEndpoint ?? {};
	return said ?? projectOfNetwork(network) ?? projectId;
}

/** The project that a network's name says; undefined where a program passes it. */
export function projectOfNetwork(network: string | undefined): string | undefined {
	return /projects\/([^/\s]+)\/global\/networks\//.exec(network ?? "")?.[1];
}

/** Address and rule of one name, the rule last. */
function createdEndpoint(request: VertexRequest): PlannedResource[] {
	const endpoint = request.provision.privateEndpoint ?? {};
	const { network = "", address = "", apis = "all-apis" } = endpoint;
	const name = nameOf(request, endpoint);
	const project = projectOf(request);
	const reserved = resource(
		"compute.googleapis.com/GlobalAddress",
		"endpoint-address",
		{ project, name, network, address, addressType: "INTERNAL", purpose: "PRIVATE_SERVICE_CONNECT" },
		{ name },
	);
	const rule = resource(
		"compute.googleapis.com/GlobalForwardingRule",
		"endpoint",
		{ project, name, network, ipAddress: outputOf(reserved, "id"), target: apis, loadBalancingScheme: "" },
		{ name },
	);
	return [reserved, rule];
}

function ofCreated(created: readonly PlannedResource[]): Readonly<Record<string, string>> {
	const rule = created.at(-1);
	return rule ? { inference: outputOf(rule, "id") } : {};
}

function existingUse(name: string): PlanPart {
	const type = "compute.googleapis.com/GlobalForwardingRule";
	return { outputs: { endpoints: { inference: name } }, uses: [{ type, meter: meterOf(type) }] };
}

/** The endpoint's name as the address that devices call, where they are to be told it. */
function namedEndpoint(request: VertexRequest, endpoint: VertexPrivateEndpoint): PlanPart {
	const host = endpoint.useEndpointName ? endpointHost(request, endpoint) : undefined;
	if (host === undefined) return {};
	const settings = { inferenceVertexBaseUrl: `https://${host}` };
	return {
		settings: Object.fromEntries(request.groups.map((group) => [group.name, settings])),
		privateHosts: [host],
	};
}
