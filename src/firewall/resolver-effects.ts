import { inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { type Effect, effectOn } from "./backend.js";

/** Why the rules of a resolver have no words for an address. */
export const notAsked = "is an address, which no resolver is asked for";

/** What follows from rules of a resolver, which is asked for a name whatever the port. */
export function portEffects(hosts: readonly EgressHost[]): Effect[] {
	return inOrder(hosts)
		.filter(({ port }) => port !== 443)
		.map((host) => effectOn(host, "widened", "is answered for every port"));
}
