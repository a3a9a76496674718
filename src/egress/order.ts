import { compareText } from "../json.js";
import { type EgressHost, formatAddress, formatHost } from "./plan.js";

/** The order of hosts in every output: by the line that {@link formatHost} writes, then by port. */
export function compareHosts(a: EgressHost, b: EgressHost): number {
	// An asterisk sorts before every character that a host begins with.
	if (a.match !== b.match) return a.match === "subdomains" ? -1 : 1;
	return compareText(a.host, b.host) || a.port - b.port;
}

/** The hosts in this order; the same list where it has it, as every plan of ours does. */
export function inOrder(hosts: readonly EgressHost[]): readonly EgressHost[] {
	const isSorted = hosts.every((host, at) => {
		const next = hosts[at + 1];
		return next === undefined || compareHosts(host, next) <= 0;
	});
	return isSorted ? hosts : [...hosts].sort(compareHosts);
}

/** One line per name whatever its ports, sorted, each with a final LF. */
export function hostLines(hosts: readonly EgressHost[]): string {
	return lines(hosts, formatHost);
}

/** One line per name and port, sorted, each with a final LF. */
export function addressLines(hosts: readonly EgressHost[]): string {
	return lines(hosts, formatAddress);
}

function lines(hosts: readonly EgressHost[], format: (host: EgressHost) => string): string {
	let text = "";
	for (const line of new Set(inOrder(hosts).map(format))) text += `${line}\n`;
	return text;
}
