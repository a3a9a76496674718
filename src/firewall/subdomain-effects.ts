import { type Effect, effectOn } from "./backend.js";
import type { PortHosts } from "./port-hosts.js";

/** What follows where a rule for `*.` takes the name itself along: nothing where that is planned as well. */
export function subdomainEffects({ port, topmost, exact }: PortHosts, because: (name: string) => string): Effect[] {
	return topmost
		.filter((host) => !exact.has(host))
		.map((host) => effectOn({ host, match: "subdomains", port }, "widened", because(host)));
}
