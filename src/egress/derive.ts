import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { isLoopback } from "../host.js";
import { compareVersions, fleetMeets, intersectWindows, type VersionWindow } from "../version.js";
import { AnswerMemory } from "./answer-memory.js";
import { EgressContext } from "./context.js";
import { distinctReasons, mergeHosts } from "./merge-hosts.js";
import { deriveNotes } from "./notes.js";
import { operatorOf } from "./operator.js";
import { type EgressHost, type EgressPlan, formatHost, type Reason } from "./plan.js";
import { type Destination, type EgressRow, page } from "./row.js";
import { egressRows } from "./rows/index.js";
import { deriveSandbox } from "./sandbox.js";
import { summarize } from "./summary.js";

/** What one group's devices must reach, as a function of its configuration alone. */
export function deriveEgress(configuration: ManagedConfiguration): EgressPlan {
	return egressDeriver()(configuration);
}

/** {@link deriveEgress} for one group after another of a deployment: the same plans, in less time. */
export function egressDeriver(): typeof deriveEgress {
	const memory = new AnswerMemory();
	return (configuration) => derive(configuration, memory);
}

function derive(configuration: ManagedConfiguration, memory: AnswerMemory): EgressPlan {
	const context = new EgressContext(configuration);
	const recall = memory.recall(context);
	const needed = mergeHosts(hostsByRow.flatMap((hosts) => recall(hosts)));
	const { privateHosts } = configuration;
	const hosts = privateHosts.length > 0 ? needed.filter((host) => !privateHosts.includes(formatHost(host))) : needed;
	return {
		hosts,
		// Inside the sandbox a private host is one like every other.
		sandbox: deriveSandbox(context, needed),
		summary: summarize(configuration, hosts),
		notes: deriveNotes(context, needed, recall),
	};
}

/** The hosts that each row names. */
const hostsByRow = egressRows.map((row) => (context: EgressContext) => applyRow(row, context));

function applyRow(row: EgressRow, context: EgressContext): EgressHost[] {
	const windows = rowWindows(row, context).filter((window) => fleetMeets(context.configuration.fleet, window));
	if (windows.length === 0) return [];
	return row.hosts(context).flatMap((named) => {
		const destination: Destination = typeof named === "string" ? { host: named } : named;
		// What stays on the device passes no perimeter.
		if (isLoopback(destination.host)) return [];
		return [toHost(row, destination, windows)];
	});
}

const everyVersion: readonly VersionWindow[] = [{}];

function rowWindows(row: EgressRow, context: EgressContext): readonly VersionWindow[] {
	const { edition } = row;
	const called = row.when?.(context) ?? everyVersion;
	const within = edition ? called.flatMap((window) => intersectWindows(window, edition) ?? []) : called;
	return within.length > 1 ? joinAdjacent(within) : within;
}

/** Windows that touch become one, so that a switch known from the middle of a row's life leaves one reason. */
function joinAdjacent(windows: readonly VersionWindow[]): VersionWindow[] {
	const sorted = [...windows].sort((a, b) => compareVersions(a.since ?? "0.0.0", b.since ?? "0.0.0"));
	const joined: VersionWindow[] = [];
	for (const window of sorted) {
		const last = joined.at(-1);
		if (!last?.until || last.until !== window.since) joined.push(window);
		else
			joined.splice(-1, 1, { ...(last.since && { since: last.since }), ...(window.until && { until: window.until }) });
	}
	return joined;
}

function toHost(row: EgressRow, destination: Destination, windows: readonly VersionWindow[]): EgressHost {
	const subdomains = destination.host.startsWith("*.");
	const host = subdomains ? destination.host.slice(2) : destination.host;
	const reason = (window: VersionWindow): Reason => ({
		feature: row.feature,
		key: row.key,
		because: destination.because ?? row.because,
		requirement: destination.requirement ?? row.requirement ?? "required",
		...window,
		source: page(row.source),
	});
	return {
		host,
		match: subdomains ? "subdomains" : "exact",
		port: destination.port ?? 443,
		protocol: "tcp",
		operator: operatorOf(host, row.operator),
		reasons: distinctReasons(windows.map(reason)),
	};
}
