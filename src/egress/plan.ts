import type { JsonValue } from "../json.js";
import type { AppVersion } from "../version.js";
import type { Destination } from "./destination.js";

/** Who runs a host. */
export type Operator = "anthropic" | "inference" | "organization" | "third-party";

/** A managed key with the value that closes something, or without one where leaving the key out does. */
export interface Closing {
	readonly key: string;
	readonly value?: JsonValue;
}

/** Why a host is in the plan. */
export interface Reason {
	/** What of the app needs the host, such as `auto-updates`. */
	readonly feature: string;
	/** The managed key that governs it, or null for what no setting governs. */
	readonly key: string | null;
	readonly because: string;
	/** What stops working where the perimeter denies the host, as a sentence for a change request; null where nothing does. */
	readonly ifDenied: string | null;
	/** What goes there, in the words of the source. @default - no source says */
	readonly data?: string;
	/** Settings of which each closes it alone. @default - none does */
	readonly closedBy?: readonly Closing[];
	readonly requirement: "required" | "optional";
	/** First app version this holds for, inclusive. */
	readonly since?: AppVersion;
	/** First app version this no longer holds for. */
	readonly until?: AppVersion;
	/** Page that says so. */
	readonly source: string;
}

/** A destination the perimeter must allow. One entry per name, match and port. */
export interface EgressHost extends Destination {
	readonly operator: Operator;
	readonly reasons: readonly Reason[];
	/** Groups that need it, in code-unit order; only in a perimeter. */
	readonly groups?: readonly string[];
	/** By deployment, the groups that need it; only in a perimeter of several deployments. */
	readonly deployments?: Readonly<Record<string, readonly string[]>>;
}

/** A host, or the name of the value for one that only the cloud will know. */
export type HostOrLate = string | { readonly late: string };

/** What the agent's own tools may reach inside the sandbox. */
export interface Sandbox {
	/** `inference-only`: nothing was set; `none`: an empty list; `off`: filtering is off. */
	readonly mode: "inference-only" | "none" | "list" | "off";
	/** As configured. */
	readonly hosts: readonly string[];
	/** Added by the app itself. */
	readonly automatic: readonly HostOrLate[];
}

/** Somebody besides the inference provider whom conversation content reaches. */
export interface ContentRecipient {
	readonly host: HostOrLate;
	/** The managed key that brings it there. */
	readonly key: string;
	readonly because: string;
}

export interface EgressSummary {
	/** Hosts of the plan that Anthropic runs, as {@link formatHost} writes them. */
	readonly anthropicHosts: readonly string[];
	/** Whether prompts and answers stay with the inference provider. */
	readonly conversationContentStaysWithProvider: boolean;
	readonly contentAlsoReaches: readonly ContentRecipient[];
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

export function formatHostOrLate(host: HostOrLate): string {
	return typeof host === "string" ? host : `${host.late} of the cloud`;
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

/** `update feed (disableAutoUpdates)`. */
export function formatReason({ because, key }: Pick<Reason, "because" | "key">): string {
	return key === null ? because : `${because} (${key})`;
}
