import { formatPath, type Path } from "../../path.js";
import { findReferences } from "../../reference/walk.js";
import type { EgressContext } from "../context.js";
import { lateCollector, lateEndpoint } from "../late-endpoint.js";
import type { EgressRoute } from "../route-egress.js";
import { oidcKeys } from "./sign-in.js";

export function lateAddress(context: EgressContext, route: EgressRoute): string[] {
	if (!lateEndpoint(context, route)) return [];
	return [`${route.egress.ownEndpoint?.key} is known only once the cloud has created it; no host is listed for it`];
}

export function lateCollectorAddress(context: EgressContext): string[] {
	if (!lateCollector(context)) return [];
	return [
		"otlpEndpoint is known only once the collector's load balancer is created; its addresses are inside the VPC, and no host is listed for it",
	];
}

/** Keys with addresses inside, any of which may be given as a secret. */
const structuredKeys = [...oidcKeys, "managedMcpServers", "allowedPluginMarketplaces"];
const addressMembers: readonly unknown[] = [
	"url",
	"issuer",
	"authorizationUrl",
	"tokenUrl",
	"authorizationServer",
	"customUrl",
	"host",
];

export function secretAddresses(context: EgressContext): string[] {
	return structuredKeys.flatMap((key) =>
		findReferences(context.value(key), [key])
			.filter(({ path }) => addressMembers.includes(memberAt(path)))
			.map(({ path }) => `${formatPath(path)} is not written out, so that its host is in no list`),
	);
}

function memberAt(path: Path): Path[number] | undefined {
	return path.findLast((step) => typeof step === "string");
}
