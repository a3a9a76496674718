import { inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { type Effect, effectOn } from "./backend.js";
import type { PlannedNames } from "./port-hosts.js";

/** What a list of names without ports takes along with a name, in words; left out where it takes nothing. */
export interface TakenAlong {
	/** With a name that starts with `*.`: the name itself. */
	readonly itself?: (name: string) => string;
	/** With a name that does not: what is below it. */
	readonly below?: string;
	/** With a host on another port than 443. */
	readonly ports: string;
}

/** What follows where a name in a list stands for more than the plan means by it; addresses have ports alone. */
export function portlessEffects(hosts: readonly EgressHost[], all: PlannedNames, taken: TakenAlong): Effect[] {
	return inOrder(hosts).flatMap((host) => {
		const { itself, below, ports } = taken;
		const widened: string[] = [];
		if (!isAddress(host.host) && !all.isBelow(host.host)) {
			if (itself && host.match === "subdomains" && !all.exact.has(host.host)) widened.push(itself(host.host));
			if (below !== undefined && host.match === "exact" && !all.above.has(host.host)) widened.push(below);
		}
		if (host.port !== 443) widened.push(ports);
		return widened.map((because) => effectOn(host, "widened", because));
	});
}
