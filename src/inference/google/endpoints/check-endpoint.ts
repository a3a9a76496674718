import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { vertexHost } from "../../google-hosts.js";
import type { VertexPrivateEndpoint } from "../provision.js";
import type { VertexRequest } from "../request.js";
import { unlessSettled } from "../settled.js";
import { dnsOf, endpointHost, projectOfNetwork } from "./plan-endpoint.js";

/** What is wrong with the private endpoint that a deployment asks for. */
export function checkEndpoint(request: VertexRequest): Problem[] {
	const endpoint = request.provision.privateEndpoint;
	if (!endpoint) return [];
	const at = [...request.at.block, "provision", "privateEndpoint"];
	return [
		...checkPlace(endpoint, at),
		...checkProject(endpoint, at),
		...checkExisting(endpoint, at),
		...checkNames(request, endpoint, at),
		...checkMultiRegion(request, endpoint, at),
	];
}

/** What an endpoint is created of, and records are made of. */
function checkPlace(endpoint: VertexPrivateEndpoint, at: Path): Problem[] {
	const dns = dnsOf(endpoint);
	const makesRecords = dns === "responsePolicy" || dns === "zone";
	const isNeeded = !endpoint.existing || makesRecords;
	const reasons = {
		network: endpoint.existing ? "names are resolved in it" : "the endpoint is created in it",
		address: endpoint.existing ? "names are resolved to it" : "Google chooses none for such an endpoint",
	};
	return (["network", "address"] as const).flatMap((name) =>
		isNeeded && endpoint[name] === undefined ? [error("missing", [...at, name], `is missing; ${reasons[name]}`)] : [],
	);
}

/** With a Shared VPC that is the host. https://cloud.google.com/vpc/docs/about-accessing-google-apis-endpoints */
function checkProject({ existing, network, projectId }: VertexPrivateEndpoint, at: Path): Problem[] {
	const theirs = projectOfNetwork(network);
	if (existing || projectId === undefined || theirs === undefined || theirs === projectId) return [];
	// A network may tell its project by number, which no project id is.
	if (/^\d+$/.test(theirs)) return [];
	const message = `is not ${theirs}, the project of the network, where an endpoint has to be; leave it out`;
	return [error("other-project", [...at, "projectId"], message)];
}

function checkExisting({ existing, name, apis }: VertexPrivateEndpoint, at: Path): Problem[] {
	if (!existing) return [];
	return Object.entries({ name, apis }).flatMap(([member, value]) =>
		value === undefined
			? []
			: [error("no-effect", [...at, member], "is of an endpoint that is created, and this one exists; leave it out")],
	);
}

function checkNames({ baseUrl }: VertexRequest, endpoint: VertexPrivateEndpoint, at: Path): Problem[] {
	const { useEndpointName, responsePolicy } = endpoint;
	const dns = dnsOf(endpoint);
	const problems: Problem[] = [];
	if (useEndpointName && baseUrl !== undefined) {
		const message = "does not go with baseUrl, which profiles would name instead; leave one of them out";
		problems.push(error("contradiction", [...at, "useEndpointName"], message));
	}
	if (!useEndpointName && baseUrl === undefined && dns === "none") {
		const message =
			"is none, and profiles do not name the endpoint either, so that nothing leads to it; say useEndpointName: true, or how names are resolved";
		problems.push(error("endpoint-unreached", [...at, "dns"], message));
	}
	if (responsePolicy !== undefined && dns !== "responsePolicy") {
		const message = `is of dns: responsePolicy, and this says ${dns}; leave it out`;
		problems.push(error("no-effect", [...at, "responsePolicy"], message));
	}
	return problems;
}

/** Google lists hosts of the kind among regional endpoints, and not whether bundles of APIs hold them. */
function checkMultiRegion(request: VertexRequest, endpoint: VertexPrivateEndpoint, at: Path): Problem[] {
	const { region } = request;
	if (region !== "eu" && region !== "us") return [];
	if (endpoint.useEndpointName && endpointHost(request, endpoint) === undefined) {
		const message = `is for single regions and global: ${vertexHost(region)} has no name of an endpoint; leave it out, or take another region`;
		return [error("private-multi-region", [...at, "useEndpointName"], message)];
	}
	const message = `leads ${vertexHost(region)} to an endpoint of which Google does not say that it serves this host; call a model from the network before devices get these profiles, or take a single region or global`;
	return unlessSettled(request.provision, "privateMultiRegion", at, message);
}
