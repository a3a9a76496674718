import { hostOfUrl, parseHostPattern } from "../host.js";

/** What is spoken on a connection: `proxy` is the plain http of a proxy, whose requests name other hosts than itself. */
export type Spoken = "http" | "proxy" | "ssh";

/** Where traffic goes. */
export interface Destination {
	/** Lower case, A-labels, never with `*.`; an IPv6 address stands without brackets. */
	readonly host: string;
	/** `subdomains`: one or more labels before `host`, never `host` itself. */
	readonly match: "exact" | "subdomains";
	readonly port: number;
	readonly protocol: "tcp";
	/** @default - TLS */
	readonly speaks?: Spoken;
}

export function exact(host: string, port = 443, speaks?: Spoken): Destination {
	return { host, match: "exact", port, protocol: "tcp", ...(speaks && { speaks }) };
}

/** Any depth below a name, and not the name itself. */
export function subdomains(host: string, port = 443): Destination {
	return { host, match: "subdomains", port, protocol: "tcp" };
}

/** Groups of a deployment mostly name the same addresses, and reading one takes longer than all else about it. */
const read = new Map<string, readonly Destination[]>();

/** Where a URL leads, or a host alone, which is read as https; nowhere for what is neither, such as a reference. */
export function ofUrl(value: unknown): readonly Destination[] {
	if (typeof value !== "string") return [];
	const known = read.get(value);
	if (known) return known;
	if (read.size > 1000) read.clear();
	const address = hostOfUrl(value.includes("://") ? value : `https://${value}`).value;
	const destinations = address
		? [exact(address.host, address.port, address.scheme === "http" ? "http" : undefined)]
		: [];
	read.set(value, destinations);
	return destinations;
}

/** The same place, where what is spoken in clear is what proxies speak. */
export function asProxy(named: Destination): Destination {
	return named.speaks === "http" ? { ...named, speaks: "proxy" } : named;
}

/** What an entry of a list of hosts names, on a port of its own or else on the list's. */
export function ofPattern(entry: unknown, port: number): Destination[] {
	const pattern = typeof entry === "string" ? parseHostPattern(entry).value : undefined;
	return pattern ? [{ host: pattern.host, match: pattern.match, port: pattern.port ?? port, protocol: "tcp" }] : [];
}
