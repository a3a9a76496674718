import { ifDenied } from "../egress/if-denied.js";
import { inOrder } from "../egress/order.js";
import { type EgressHost, formatHost, formatReason } from "../egress/plan.js";
import { compareText } from "../json.js";
import type { RuleRequest } from "./backend.js";
import { type DeniedHost, formatDenyReason } from "./denied-host.js";

/** A rule as a change request tells it. */
export interface RequestRow {
	readonly action: "allow" | "deny";
	/** `*.` for any depth below a name, and not the name itself. */
	readonly host: string;
	/** Empty for any. */
	readonly port: string;
	readonly protocol: "tcp" | "any";
	/** Networks that devices come from; empty where nothing says. */
	readonly from: readonly string[];
	readonly operator: string;
	readonly requirement: string;
	readonly because: readonly string[];
	readonly ifDenied: string;
	readonly sources: readonly string[];
}

/** The rules of a request: what is denied by name, then what is opened. */
export function requestRows({ hosts, clients = [], denied = [] }: RuleRequest): RequestRow[] {
	return [...denied.map((host) => denial(host, clients)), ...inOrder(hosts).map((host) => opening(host, clients))];
}

function opening(host: EgressHost, from: readonly string[]): RequestRow {
	const { reasons } = host;
	return {
		action: "allow",
		host: formatHost(host),
		port: String(host.port),
		protocol: "tcp",
		from,
		operator: host.operator,
		requirement: reasons.some(({ requirement }) => requirement === "required") ? "required" : "optional",
		because: distinct(reasons.map(formatReason)),
		ifDenied: ifDenied(host),
		sources: distinct(reasons.map(({ source }) => source)),
	};
}

function denial({ host, reasons }: DeniedHost, from: readonly string[]): RequestRow {
	return {
		action: "deny",
		host,
		port: "",
		protocol: "any",
		from,
		operator: "third-party",
		requirement: "",
		because: distinct(reasons.map((reason) => formatDenyReason({ ...reason, source: null }))),
		ifDenied: "Telemetry of other programs is not sent.",
		sources: distinct(reasons.flatMap(({ source }) => source ?? [])),
	};
}

function distinct(texts: readonly string[]): string[] {
	return [...new Set(texts)].sort(compareText);
}
