import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import type { AwsService } from "../../aws-hosts.js";
import type { PrivateEndpointsProvision } from "../provision.js";
import type { EndpointRoute } from "./endpoint-route.js";
import { type EndpointsRequest, endpointServices } from "./plan-endpoints.js";

/** What is wrong with the way that private endpoints are asked for. */
export function checkEndpoints(request: EndpointsRequest, route: EndpointRoute): Problem[] {
	const endpoints = request.provision.privateEndpoints;
	if (!endpoints) return [];
	const at = [...request.at.block, "provision", "privateEndpoints"];
	const services = endpointServices(request, route);
	const problems: Problem[] = [];
	if (endpoints.useRegionalName && request.baseUrl !== undefined) {
		problems.push(
			error(
				"contradiction",
				[...at, "useRegionalName"],
				"does not go with a baseUrl of the route; leave one of them out",
			),
		);
	}
	if (endpoints.useRegionalName && !services.includes(route.service)) {
		problems.push(
			error(
				"endpoint-services",
				[...at, "services"],
				`has no ${route.service}, which useRegionalName names in profiles`,
			),
		);
	}
	if (endpoints.privateDns === "none" && !endpoints.useRegionalName) {
		const message =
			"leads nobody to the endpoints; say useRegionalName: true, or let private DNS be create or existing";
		problems.push(error("endpoint-private-dns", [...at, "privateDns"], message));
	}
	const created = services.filter((service) => !endpoints.existing?.[service]);
	problems.push(...(created.length === 0 ? checkExisting(endpoints, at) : checkNetwork(endpoints, at)));
	const called: readonly AwsService[] = [...route.services, "sts"];
	for (const [index, service] of services.entries()) {
		if (called.includes(service)) continue;
		problems.push(
			error(
				"endpoint-services",
				[...at, "services", index],
				`nobody calls ${service}; expected some of ${called.join(", ")}`,
			),
		);
	}
	for (const service of Object.keys(endpoints.existing ?? {})) {
		if (services.some((each) => each === service)) continue;
		problems.push(
			error(
				"endpoint-services",
				[...at, "existing", service],
				`is of no service among ${services.join(", ")}; leave it out`,
			),
		);
	}
	return [...problems, ...checkNeighbours(endpoints, services, at), ...checkCutOff(endpoints, services, at)];
}

/** What endpoints are created in. */
function checkNetwork(endpoints: PrivateEndpointsProvision, at: Path): Problem[] {
	const { vpcId, subnetIds, clientCidrs, securityGroupIds } = endpoints;
	const missing = (name: string, message: string) => error("missing", [...at, name], `is missing; ${message}`);
	const problems: Problem[] = [];
	if (vpcId === undefined) problems.push(missing("vpcId", "endpoints are created in it"));
	if (subnetIds === undefined) problems.push(missing("subnetIds", "endpoints are created in them"));
	if (!clientCidrs && !securityGroupIds) {
		problems.push(missing("clientCidrs", "give the ranges of the clients, or securityGroupIds"));
	}
	if (clientCidrs && securityGroupIds) {
		const message = "does not go with securityGroupIds, whose groups nothing changes; leave one of them out";
		problems.push(error("contradiction", [...at, "clientCidrs"], message));
	}
	return problems;
}

/** What endpoints do to others, and others to them. */
function checkNeighbours(
	{ existing = {}, privateDns = "create" }: PrivateEndpointsProvision,
	services: readonly AwsService[],
	at: Path,
): Problem[] {
	const found = services.filter((service) => existing[service]);
	const problems: Problem[] = [];
	if (found.length > 0) {
		const message = `the endpoints for ${found.join(", ")} keep their own policies, which have to let these calls through`;
		problems.push(warning("endpoint-keeps-policy", [...at, "existing"], message));
	}
	if (services.includes("sts") && !existing.sts && privateDns === "create") {
		const message =
			"the endpoint for sts carries every call of the VPC to the token service: it lets through those of principals and roles of the organisation, or else of the account, and no others";
		problems.push(warning("endpoint-of-whole-network", at, message));
	}
	return problems;
}

/** An endpoint with private DNS takes every call of the VPC to its service, and its policy refuses all but ours. */
function checkCutOff(
	{ existing = {}, privateDns = "create", otherPrincipals }: PrivateEndpointsProvision,
	services: readonly AwsService[],
	at: Path,
): Problem[] {
	const bounded = services.filter((service) => service !== "sts" && !existing[service]);
	if (bounded.length === 0) {
		if (otherPrincipals === undefined) return [];
		const message = "is of the policies of endpoints that are created, and none is; leave it out";
		return [error("no-effect", [...at, "otherPrincipals"], message)];
	}
	if (privateDns !== "create" || otherPrincipals !== undefined) return [];
	const message = `with private DNS every call of the VPC to ${bounded.join(" and ")} comes by the endpoints, whose policies refuse all but this deployment's models: other models, and administration of Bedrock from that network; say otherPrincipals: allow to let through what callers' own policies permit, or otherPrincipals: deny where that is meant`;
	return [warning("endpoint-cuts-off", at, message)];
}

/** Where every endpoint exists, nothing says by itself whether names lead to it, and nothing is created in a network. */
function checkExisting(endpoints: PrivateEndpointsProvision, at: Path): Problem[] {
	const idle = (["vpcId", "subnetIds", "clientCidrs", "securityGroupIds"] as const)
		.filter((name) => endpoints[name] !== undefined)
		.map((name) =>
			error("no-effect", [...at, name], "is of endpoints that are created, and all of these exist; leave it out"),
		);
	const { privateDns, useRegionalName } = endpoints;
	if (privateDns === "existing" || privateDns === "none" || useRegionalName) return idle;
	const message =
		"is missing or create, and every endpoint exists; say existing where the VPC resolves their names, or useRegionalName: true";
	return [...idle, error("endpoint-private-dns", [...at, "privateDns"], message)];
}
