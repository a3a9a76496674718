/** A Claude Desktop version such as `1.26832.0`: three numbers. */
export type AppVersion = `${number}.${number}.${number}`;

/** Versions from `since`, inclusive, to `until`, exclusive; an absent end is open. */
export interface VersionWindow {
	readonly since?: AppVersion;
	readonly until?: AppVersion;
}

/** Claude Desktop versions in a fleet, both ends inclusive. */
export interface FleetVersions {
	readonly oldest: AppVersion;
	readonly newest: AppVersion;
}

/** The reference's baseline for keys that are older than its changelog. */
export const oldestKnownVersion: AppVersion = "1.2581.0";
/** https://claude.com/docs/third-party/claude-desktop/configuration-changelog, entry of 2026-10-01. */
export const newestKnownVersion: AppVersion = "2.19675.0";
/** How far the facts of this package reach: newer apps may have keys, rules and hosts that it does not know. */
export const factsEdition = { app: newestKnownVersion, date: "2026-10-01" } as const;

export function isAppVersion(text: string): text is AppVersion {
	return /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(text);
}

/** A version, where a value is one. */
export function versionOf(value: unknown): AppVersion | undefined {
	return typeof value === "string" && isAppVersion(value) ? value : undefined;
}

export function compareVersions(a: AppVersion, b: AppVersion): number {
	if (a === b) return 0;
	const left = numbersOf(a);
	const right = numbersOf(b);
	for (let part = 0; part < 3; part++) {
		const difference = (left[part] ?? 0) - (right[part] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The few versions there are get compared for every row of every group. */
const knownNumbers = new Map<AppVersion, readonly number[]>();

function numbersOf(version: AppVersion): readonly number[] {
	const known = knownNumbers.get(version);
	if (known) return known;
	const numbers = version.split(".").map(Number);
	knownNumbers.set(version, numbers);
	return numbers;
}

/** The versions that are in both windows, or undefined where there are none. */
export function intersectWindows(a: VersionWindow, b: VersionWindow): VersionWindow | undefined {
	const since = later(a.since, b.since);
	const until = earlier(a.until, b.until);
	if (since && until && compareVersions(since, until) >= 0) return undefined;
	return { ...(since && { since }), ...(until && { until }) };
}

/** Whether any version of the fleet lies in the window. */
export function fleetMeets(fleet: FleetVersions, window: VersionWindow): boolean {
	if (window.since && compareVersions(window.since, fleet.newest) > 0) return false;
	return !(window.until && compareVersions(fleet.oldest, window.until) >= 0);
}

function later(a: AppVersion | undefined, b: AppVersion | undefined): AppVersion | undefined {
	if (!a || !b) return a ?? b;
	return compareVersions(a, b) >= 0 ? a : b;
}

function earlier(a: AppVersion | undefined, b: AppVersion | undefined): AppVersion | undefined {
	if (!a || !b) return a ?? b;
	return compareVersions(a, b) <= 0 ? a : b;
}
