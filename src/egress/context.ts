import { findKey } from "../configuration/catalogue.js";
import { SettingsView } from "../configuration/settings-view.js";
import type { JsonValue } from "../json.js";
import { fleetMeets, oldestKnownVersion } from "../version.js";
import { allOf, anyOf, everyVersion, holds, type Windows } from "./windows.js";

/** Defaults that a release turned round; every other default is as old as its key. */
const changedDefaults: Readonly<Record<string, readonly { readonly value: JsonValue; readonly versions: Windows }[]>> =
	{
		isDesktopExtensionEnabled: [
			{ value: true, versions: [{ until: "1.19367.0" }] },
			{ value: false, versions: [{ since: "1.19367.0" }] },
		],
	};

/**
 * One group's settings, as the rows of the egress tables ask for them: by the app versions at which something is so.
 * An app that does not know a key behaves as if it were not set.
 */
export class EgressContext extends SettingsView {
	/** Whether the group has settings of Claude Code. */
	get hasCode(): boolean {
		return this.configuration.code !== undefined;
	}

	/** The value of a setting of Claude Code, by its name with dots between levels. */
	code(name: string): JsonValue | undefined {
		return this.configuration.code?.settings.get(name)?.value;
	}

	/** Whether the value in effect is this one. */
	is(key: string, value: JsonValue): Windows {
		return this.when(key, (effective) => effective === value);
	}

	/** Whether the value in effect is another, or none. */
	isNot(key: string, value: JsonValue): Windows {
		return this.when(key, (effective) => effective !== value);
	}

	isSet(key: string): Windows {
		return this.when(key, (effective) => effective !== undefined);
	}

	isUnset(key: string): Windows {
		return this.when(key, (effective) => effective === undefined);
	}

	/** Whether a list has an item. */
	lists(key: string, item: JsonValue): Windows {
		return this.when(key, (effective) => Array.isArray(effective) && effective.includes(item));
	}

	listsNot(key: string, item: JsonValue): Windows {
		return this.when(key, (effective) => !(Array.isArray(effective) && effective.includes(item)));
	}

	/** Whether the value in effect passes a test, which gets undefined for a default that never changed. */
	when(key: string, test: (value: JsonValue | undefined) => boolean): Windows {
		const set = this.value(key);
		if (set === undefined) return byDefault(key, test);
		const since = findKey(key)?.since;
		if (since === undefined || since === oldestKnownVersion) return holds(test(set));
		return anyOf(allOf(byDefault(key, test), [{ until: since }]), allOf(holds(test(set)), [{ since }]));
	}

	/** Whether users get their credential in one of these ways: values of `inferenceCredentialKind`. */
	signsInBy(...kinds: readonly string[]): Windows {
		return holds(kinds.includes(this.text("inferenceCredentialKind") ?? ""));
	}

	signsInOtherwise(...kinds: readonly string[]): Windows {
		return holds(!kinds.includes(this.text("inferenceCredentialKind") ?? ""));
	}

	/** Whether some app of the fleet is of these versions. */
	inFleet(windows: Windows): boolean {
		return windows.some((window) => fleetMeets(this.configuration.fleet, window));
	}

	/** The versions that know a key. */
	knowing(key: string): Windows {
		const since = findKey(key)?.since;
		return since === undefined || since === oldestKnownVersion ? everyVersion : [{ since }];
	}
}

function byDefault(key: string, test: (value: JsonValue | undefined) => boolean): Windows {
	const changed = changedDefaults[key];
	if (!changed) return holds(test(undefined));
	return anyOf(...changed.filter(({ value }) => test(value)).map(({ versions }) => versions));
}
