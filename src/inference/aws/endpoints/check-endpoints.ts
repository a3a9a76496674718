import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import type { EndpointService, PrivateEndpointsProvision } from "../provision.js";
import type { AwsRequest } from "../request.js";
import { type EndpointRoute, endpointServices } from "./endpoints.js";

type EndpointsRequest = AwsRequest<{ readonly privateEndpoints?: PrivateEndpointsProvision<unknown> }>;

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
	if (services.every((service) => endpoints.existing?.[service])) problems.push(...checkExisting(endpoints, at));
	const called: readonly EndpointService[] = [...route.services, "sts"];
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
	return problems;
}

/** Where every endpoint exists, nothing says by itself whether names lead to it, and nothing is created in a network. */
function checkExisting(endpoints: PrivateEndpointsProvision<unknown>, at: Path): Problem[] {
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
