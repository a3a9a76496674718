import type { AppVersion } from "../version.js";

/** Who runs a host. */
export type Operator = "anthropic" | "inference" | "organization" | "third-party";

/** Why a host is in the plan. */
export interface Reason {
	/** What of the app needs the host, such as `auto-updates`. */
	readonly feature: string;
	/** The managed key that governs it, or null for what no setting governs. */
	readonly key: string | null;
	readonly because: string;
	readonly requirement: "required" | "optional";
	/** First app version this holds for, inclusive. */
	readonly since?: AppVersion;
	/** First app version this no longer holds for. */
	readonly until?: AppVersion;
	/** Page that says so. */
	readonly source: string;
}

/** A destination the perimeter must allow. One entry per name, match and port. */
export interface EgressHost {
	/** Lower case, A-labels, never with `*.`; an IPv6 address stands without brackets. */
	readonly host: string;
	/** `subdomains`: one or more labels before `host`, never `host` itself. */
	readonly match: "exact" | "subdomains";
	readonly port: number;
	readonly protocol: "tcp";
	readonly operator: Operator;
	readonly reasons: readonly Reason[];
}

/** What the agent's own tools may reach inside the sandbox. */
export interface Sandbox {
	/** `inference-only`: nothing was set; `none`: an empty list; `off`: filtering is off. */
	readonly mode: "inference-only" | "none" | "list" | "off";
	/** As configured. */
	readonly hosts: readonly string[];
	/** Added by the app itself; a host that only the cloud will know by the name of its value. */
	readonly automatic: readonly (string | { readonly late: string })[];
}

export interface EgressSummary {
	/** Hosts of the plan that Anthropic runs, as {@link formatHost} writes them. */
	readonly anthropicHosts: readonly string[];
	/** Whether prompts and answers stay with the inference provider. */
	readonly conversationContentStaysWithProvider: boolean;
	/** Whether the configuration makes local settings read-only, rather than only set app-behaviour keys. */
	readonly takesOverDevice: boolean;
}

export interface EgressPlan {
	readonly hosts: readonly EgressHost[];
	/** Only of a group. */
	readonly sandbox?: Sandbox;
	readonly summary: EgressSummary;
	readonly notes: readonly string[];
}

/** `api.example.com`, or `*.example.com` for its subdomains. */
export function formatHost(host: Pick<EgressHost, "host" | "match">): string {
	return host.match === "subdomains" ? `*.${host.host}` : host.host;
}

/** As {@link formatHost}, with `:port` where the port is not 443. */
export function formatAddress(host: Pick<EgressHost, "host" | "match" | "port">): string {
	if (host.port === 443) return formatHost(host);
	return `${host.host.includes(":") ? `[${host.host}]` : formatHost(host)}:${host.port}`;
}
