import type { FirewallAdapter } from "./adapters.js";

/** The plain allow-list. */
export function hosts(): FirewallAdapter {
	return { name: "hosts", options: {} };
}

/** Neutral, versioned JSON. */
export function json(): FirewallAdapter {
	return { name: "json", options: {} };
}

/** Rules for an explicit Squid proxy. */
export function squid(): FirewallAdapter {
	return { name: "squid", options: {} };
}
