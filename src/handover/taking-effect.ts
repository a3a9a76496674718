import { managedKeys } from "../configuration/catalogue.js";
import type { JsonValue } from "../json.js";

/**
 * When a device that has the files has taken them, for apps old and new.
 * https://claude.com/docs/third-party/claude-desktop/configuration-changelog
 */
export function takingEffect(settings: Readonly<Record<string, JsonValue>>): string[] {
	const { configRecheckIntervalMinutes: recheck, relaunchEnforcementHours: relaunch } = managedKeys;
	const minutes = Number(settings.configRecheckIntervalMinutes ?? recheck.default);
	const hours = Number(settings.relaunchEnforcementHours ?? relaunch.default);
	return [
		`- An app of ${recheck.since} or later looks at its settings every ${minutes} minutes while it runs, and has to restart to take`,
		`  what changed within ${hours} hours (\`configRecheckIntervalMinutes\`, \`relaunchEnforcementHours\`).`,
		"- An older app reads them only when it starts: users quit it and start it again.",
		"- A device has them once the check prints the revision; the app, once it has started after that.",
	];
}
