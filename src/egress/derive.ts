import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { isLoopback } from "../host.js";
import type { FleetVersions } from "../version.js";
import { applyRows, type RowHosts } from "./apply-rows.js";
import { EgressContext } from "./context.js";
import { mergeHosts } from "./merge-hosts.js";
import { deriveNotes } from "./notes/index.js";
import { olderApps } from "./older-apps.js";
import { type EgressHost, type EgressPlan, formatHost } from "./plan.js";
import type { EgressRoute, EgressRoutes } from "./route-egress.js";
import { egressRows } from "./rows/index.js";
import { deriveSandbox } from "./sandbox.js";
import { summarize } from "./summary.js";

/** What one group's devices must reach, as a function of its configuration. */
export function deriveEgress(configuration: ManagedConfiguration, routes: EgressRoutes): EgressPlan {
	return egressDeriver(routes, configuration.fleet)(configuration);
}

/** {@link deriveEgress} for one group of a fleet after another, which share what does not depend on the group. */
export function egressDeriver(
	routes: EgressRoutes,
	fleet: FleetVersions,
): (configuration: ManagedConfiguration) => EgressPlan {
	const rowsOf = rowsByRoute(fleet);
	return (configuration) => {
		const context = new EgressContext(configuration);
		const route = routes[context.text("inferenceProvider") ?? ""];
		const { hosts: named, added } = rowsOf(route)(context);
		const needed = mergeHosts(named);
		// What stays on the device, or inside the network, passes no perimeter.
		const isOutside = (host: EgressHost) =>
			isLoopback(host.host) || configuration.privateHosts.includes(formatHost(host));
		const outside = needed.filter(isOutside);
		const hosts = outside.length === 0 ? needed : needed.filter((host) => !outside.includes(host));
		return {
			hosts,
			sandbox: deriveSandbox(context, route, added),
			summary: summarize(context, route, hosts),
			notes: [...deriveNotes(context, route, outside), ...olderApps(hosts, fleet)],
		};
	};
}

function rowsByRoute(fleet: FleetVersions): (route: EgressRoute | undefined) => (context: EgressContext) => RowHosts {
	const known = new Map<EgressRoute | undefined, (context: EgressContext) => RowHosts>();
	return (route) => {
		const rows = known.get(route) ?? applyRows([...egressRows, ...(route?.egress.rows ?? [])], fleet);
		known.set(route, rows);
		return rows;
	};
}
