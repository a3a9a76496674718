import { findKey } from "../configuration/catalogue.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { isObject, type JsonValue } from "../json.js";
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

/** One group's settings, as the rows of the egress tables ask for them. */
export class EgressContext {
	/** Only while work is recorded. */
	private asked: Map<string, JsonValue | undefined> | undefined;

	constructor(readonly configuration: ManagedConfiguration) {}

	value(key: string): JsonValue | undefined {
		const value = this.configuration.settings.get(key)?.value;
		this.asked?.set(key, value);
		return value;
	}

	/** What some work comes to, and the settings that it asked for; undefined is a key that is not set. */
	recording<Result>(work: () => Result): { result: Result; asked: ReadonlyMap<string, JsonValue | undefined> } {
		const asked = new Map<string, JsonValue | undefined>();
		this.asked = asked;
		const result = work();
		this.asked = undefined;
		return { result, asked };
	}

	text(key: string): string | undefined {
		const value = this.value(key);
		return typeof value === "string" ? value : undefined;
	}

	list(key: string): readonly JsonValue[] {
		const value = this.value(key);
		return Array.isArray(value) ? value : [];
	}

	member(key: string, name: string): JsonValue | undefined {
		const value = this.value(key);
		return isObject(value) ? (value[name] as JsonValue | undefined) : undefined;
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
