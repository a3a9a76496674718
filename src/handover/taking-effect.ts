import { timeBound } from "../configuration/time-bound.js";
import type { JsonValue } from "../json.js";

/** When a device that has the files has taken them, for apps old and new. */
export function takingEffect(settings: Readonly<Record<string, JsonValue>>): string[] {
	const { since, recheckMinutes, relaunchHours } = timeBound((key) => settings[key]);
	return [
		`- An app of ${since} or later looks at its settings every ${recheckMinutes} minutes while it runs, and has to restart to take`,
		`  what changed within ${relaunchHours} hours (\`configRecheckIntervalMinutes\`, \`relaunchEnforcementHours\`).`,
		"- An older app reads them only when it starts: users quit it and start it again.",
		"- A device has them once the check prints the revision; the app, once it has started after that.",
	];
}
