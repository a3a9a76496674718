import { type AppVersion, compareVersions, type FleetVersions } from "../version.js";
import { type EgressHost, formatAddress } from "./plan.js";

/** Which hosts a higher `app.minimumVersion` would close, because only older apps of the fleet need them. */
export function olderApps(hosts: readonly EgressHost[], fleet: FleetVersions): string[] {
	const closing = new Map<AppVersion, string[]>();
	for (const host of hosts) {
		const until = lastNeeded(host);
		if (!until || compareVersions(until, fleet.newest) > 0) continue;
		closing.set(until, [...(closing.get(until) ?? []), formatAddress(host)]);
	}
	return [...closing]
		.sort(([a], [b]) => compareVersions(a, b))
		.map(
			([version, addresses]) =>
				`app.minimumVersion ${version} would close ${addresses.join(", ")}, which only older apps need`,
		);
}

/** The first version that does not need a host; undefined where the newest one does. */
function lastNeeded({ reasons }: EgressHost): AppVersion | undefined {
	let last: AppVersion | undefined;
	for (const { until } of reasons) {
		if (!until) return undefined;
		if (!last || compareVersions(until, last) > 0) last = until;
	}
	return last;
}
