import { compareText } from "../json.js";
import { type EgressHost, formatAddress, formatHost } from "./plan.js";

/** The order of hosts in every output: by the line that {@link formatHost} writes, then by port. */
export function compareHosts(a: EgressHost, b: EgressHost): number {
	// An asterisk sorts before every character that a host begins with.
	if (a.match !== b.match) return a.match === "subdomains" ? -1 : 1;
	return compareText(a.host, b.host) || a.port - b.port;
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
	const distinct = new Set([...hosts].sort(compareHosts).map(format));
	return [...distinct].map((line) => `${line}\n`).join("");
}
