import { findKey } from "../configuration/catalogue.js";
import type { ResolvedSetting } from "../configuration/managed-configuration.js";
import { SettingsView } from "../configuration/settings-view.js";
import type { JsonValue } from "../json.js";
import {
	type AppVersion,
	compareVersions,
	fleetMeets,
	intersectWindows,
	oldestKnownVersion,
	type VersionWindow,
} from "../version.js";

/** A value that holds for some app versions; undefined is the app's own default. */
interface Effective {
	readonly value: JsonValue | undefined;
	readonly window: VersionWindow;
}

const everyVersion: VersionWindow = {};
const unchangedDefault: readonly Effective[] = [{ value: undefined, window: everyVersion }];

/** Defaults that a release turned round; every other default is as old as its key. */
const changedDefaults: Readonly<Record<string, readonly Effective[]>> = {
	isDesktopExtensionEnabled: [
		{ value: true, window: { until: "1.19367.0" } },
		{ value: false, window: { since: "1.19367.0" } },
	],
};

/** What some work came to, and the keys that it asked for. */
export interface Recorded<Result> {
	readonly result: Result;
	readonly asked: ReadonlySet<string>;
}

/** One group's settings, as the rows of the egress tables ask for them: so that it can be told what an answer follows from. */
export class EgressContext extends SettingsView {
	/** Only while work is recorded. */
	private asked: Set<string> | undefined;

	override get(key: string): ResolvedSetting | undefined {
		this.asked?.add(key);
		return super.get(key);
	}

	/** What some work comes to, and the keys that it asked for. */
	recording<Result>(work: () => Result): Recorded<Result> {
		const asked = new Set<string>();
		this.asked = asked;
		const result = work();
		this.asked = undefined;
		return { result, asked };
	}

	/** The keys whose values two groups do not have in common; undefined where they are more than `most`. */
	differences(other: EgressContext, most: number): string[] | undefined {
		const [here, there] = [this.configuration.settings, other.configuration.settings];
		const keys: string[] = [];
		for (const [key, { value }] of here) {
			if (there.get(key)?.value !== value && keys.push(key) > most) return undefined;
		}
		for (const key of there.keys()) {
			if (!here.has(key) && keys.push(key) > most) return undefined;
		}
		return keys;
	}

	/** The app versions at which the value in effect passes a test; the test gets undefined for an unchanged default. */
	when(key: string, test: (value: JsonValue | undefined) => boolean): VersionWindow[] {
		return this.effective(key)
			.filter(({ value }) => test(value))
			.map(({ window }) => window);
	}

	/** The app versions that know a key. */
	known(key: string): VersionWindow {
		const since = findKey(key)?.since;
		return since === undefined || since === oldestKnownVersion ? {} : { since };
	}

	/** Whether some app of the fleet knows a key. */
	reaches(key: string): boolean {
		return fleetMeets(this.configuration.fleet, this.known(key));
	}

	private effective(key: string): readonly Effective[] {
		const set = this.value(key);
		const byDefault = changedDefaults[key] ?? unchangedDefault;
		if (set === undefined) return byDefault;
		const since = this.gate(key);
		if (since === undefined) return [{ value: set, window: everyVersion }];
		const before = byDefault.flatMap(({ value, window }) => {
			const older = intersectWindows(window, { until: since });
			return older ? [{ value, window: older }] : [];
		});
		return [...before, { value: set, window: { since } }];
	}

	/** Where the fleet's oldest version is stated, a value holds only from the version that knows its key. */
	private gate(key: string): AppVersion | undefined {
		const since = findKey(key)?.since;
		const { gated, fleet } = this.configuration;
		return gated && since !== undefined && compareVersions(since, fleet.oldest) > 0 ? since : undefined;
	}
}

/** The versions that are in some window of every list. */
export function allOf(...lists: readonly (readonly VersionWindow[])[]): VersionWindow[] {
	return lists.reduce<VersionWindow[]>(
		(windows, list) => windows.flatMap((a) => list.flatMap((b) => intersectWindows(a, b) ?? [])),
		[{}],
	);
}
