import { isLateReference } from "../reference/reference.js";
import type { EgressContext } from "./context.js";
import type { EgressRoute } from "./route-egress.js";

/** The collector, where its address is known only once the cloud has created it: a load balancer's, inside a VPC. */
export function lateCollector(context: EgressContext): { late: string } | undefined {
	const address = context.value("otlpEndpoint");
	return isLateReference(address) ? { late: address.fromCloud.name } : undefined;
}

/** The provider's endpoint, where its address is known only once the cloud has created it. */
export function lateEndpoint(context: EgressContext, route: EgressRoute | undefined): { late: string } | undefined {
	const own = route?.egress.ownEndpoint;
	const address = own && context.value(own.key);
	return isLateReference(address) ? { late: address.fromCloud.name } : undefined;
}
