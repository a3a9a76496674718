import type { JsonValue } from "../json.js";
import type { AppVersion } from "../version.js";
import { managedKeys } from "./catalogue.js";

/**
 * How long a running app takes for settings that its device has.
 * https://claude.com/docs/third-party/claude-desktop/configuration-changelog
 */
export interface TimeBound {
	/** First app that looks while it runs; an older one reads its settings only when it starts. */
	readonly since: AppVersion;
	/** Most minutes until it has seen them. */
	readonly recheckMinutes: number;
	/** Most hours after that until it has to restart with them. */
	readonly relaunchHours: number;
}

/** @param settingOf what is set of a key */
export function timeBound(settingOf: (key: string) => JsonValue | undefined): TimeBound {
	const { configRecheckIntervalMinutes: recheck, relaunchEnforcementHours: relaunch } = managedKeys;
	return {
		since: recheck.since,
		recheckMinutes: Number(settingOf("configRecheckIntervalMinutes") ?? recheck.default),
		relaunchHours: Number(settingOf("relaunchEnforcementHours") ?? relaunch.default),
	};
}
