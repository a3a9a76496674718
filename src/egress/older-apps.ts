import { groupBy } from "../group-by.js";
import { type AppVersion, compareVersions, type FleetVersions } from "../version.js";
import { type EgressHost, formatAddress } from "./plan.js";

/** Which hosts a higher `app.minimumVersion` would close, because only older apps of the fleet need them. */
export function olderApps(hosts: readonly EgressHost[], fleet: FleetVersions): string[] {
	const closing = hosts.flatMap((host) => {
		const until = lastNeeded(host);
		return until && compareVersions(until, fleet.newest) <= 0 ? [{ until, address: formatAddress(host) }] : [];
	});
	return [...groupBy(closing, ({ until }) => until)]
		.sort(([a], [b]) => compareVersions(a, b))
		.map(([until, same]) => {
			const addresses = same.map(({ address }) => address).join(", ");
			return `app.minimumVersion ${until} would close ${addresses}, which only older apps need`;
		});
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
