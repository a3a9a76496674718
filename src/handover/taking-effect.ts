import { timeBound } from "../configuration/time-bound.js";
import type { JsonValue } from "../json.js";
import { type FleetVersions, fleetMeets } from "../version.js";

/** When a device that has the files has taken them, for the apps of a fleet. */
export function takingEffect(settings: Readonly<Record<string, JsonValue>>, fleet: FleetVersions): string[] {
	const { since, recheckMinutes, relaunchHours } = timeBound((key) => settings[key]);
	const isOlder = fleetMeets(fleet, { until: since });
	const isNewer = fleetMeets(fleet, { since });
	return [
		...(isNewer
			? [
					`- ${isOlder ? `An app of ${since} or later` : "The app"} looks at its settings every ${recheckMinutes} minutes while it runs, and has to restart to take`,
					`  what changed within ${relaunchHours} hours (\`configRecheckIntervalMinutes\`, \`relaunchEnforcementHours\`).`,
				]
			: []),
		...(isOlder
			? [`- ${isNewer ? "An older app" : "The app"} reads them only when it starts: users quit it and start it again.`]
			: []),
		"- A device has them once the check prints the revision; the app, once it has started after that.",
	];
}
