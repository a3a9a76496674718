import { inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { type Effect, effectOn } from "./backend.js";

/** Ports whose protocol shows no name in the clear that a rule could match: SSH. */
const nameless: ReadonlySet<number> = new Set([22]);

type Told = Pick<EgressHost, "host" | "port" | "speaks">;

/** Whether a host can be told by the name that its traffic shows. */
export function showsName({ host, port, speaks }: Told): boolean {
	return !isAddress(host) && !nameless.has(port) && speaks !== "ssh" && speaks !== "proxy";
}

/** Whether that name stands in a hello of TLS, and not in a request of plain http. */
export function showsHello(host: Told): boolean {
	return showsName(host) && host.port !== 80 && host.speaks !== "http";
}

/** What is said of hosts that show no name. */
export function dropNameless(hosts: readonly EgressHost[]): Effect[] {
	return inOrder(hosts).map((each) => {
		const because = isAddress(each.host)
			? "is an address, for which no name is shown"
			: `is reached on port ${each.port}, where no TLS hello shows a name`;
		return effectOn(each, "dropped", because);
	});
}
