import { compareVersions, intersectWindows, type VersionWindow } from "../version.js";

/** App versions, as windows of which no two touch. */
export type Windows = readonly VersionWindow[];

export const everyVersion: Windows = [{}];
export const noVersion: Windows = [];

/** Every version where a fact holds, and none where it does not. */
export function holds(fact: boolean): Windows {
	return fact ? everyVersion : noVersion;
}

/** The versions that are in each of the lists. */
export function allOf(...lists: readonly Windows[]): Windows {
	return lists.reduce(both, everyVersion);
}

/** The versions that are in one of the lists or more. */
export function anyOf(...lists: readonly Windows[]): Windows {
	const windows = lists.flat();
	if (windows.length < 2) return windows;
	const [first = {}, ...later] = windows.sort((a, b) => compareVersions(a.since ?? "0.0.0", b.since ?? "0.0.0"));
	const joined = [first];
	for (const window of later) {
		const last = joined[joined.length - 1] ?? first;
		if (last.until && window.since && compareVersions(last.until, window.since) < 0) joined.push(window);
		else joined.splice(-1, 1, upTo(last, laterEnd(last, window)));
	}
	return joined;
}

function both(a: Windows, b: Windows): Windows {
	// Nearly every list is one of these, and each group of a deployment asks for hundreds.
	if (a === everyVersion || b === noVersion) return b;
	if (b === everyVersion || a === noVersion) return a;
	return a.flatMap((one) => b.flatMap((other) => intersectWindows(one, other) ?? []));
}

function laterEnd({ until: a }: VersionWindow, { until: b }: VersionWindow): VersionWindow["until"] {
	if (!a || !b) return undefined;
	return compareVersions(a, b) >= 0 ? a : b;
}

function upTo({ since }: VersionWindow, until: VersionWindow["until"]): VersionWindow {
	return { ...(since && { since }), ...(until && { until }) };
}
