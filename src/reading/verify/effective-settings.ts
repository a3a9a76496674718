import type { JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import type { CarriedSettings } from "../../profiles/carried.js";
import type { ReadSettings } from "../read-device-file.js";

/** What a device has of settings, of all of its places. */
export interface EffectiveSettings {
	readonly values: readonly (readonly [name: string, carried: JsonValue])[];
	/** Values of types that the app does not read, by name. */
	readonly unread: Required<CarriedSettings>["unread"];
	readonly native?: true;
	/** What is wrong with where they stand. */
	readonly notes: readonly Problem[];
}

/** The app's own export has this identifier, whoever made it. */
const exportedIdentifier = "com.anthropic.claudefordesktop.profile";

/**
 * What the app reads of several places: on Windows the machine's policies alone where there are any, on macOS those of the
 * user over the machine's, key by key.
 */
export function effectiveSettings(read: readonly ReadSettings[]): EffectiveSettings {
	const all = read.map(({ carried }) => carried);
	const machine = all.filter(({ scope }) => scope === "machine");
	const user = all.filter(({ scope }) => scope === "user");
	const isWindows = all.some(({ platform }) => platform === "windows");
	const holdsAny = machine.some(({ values, unread = [] }) => values.length + unread.length > 0);
	const taken = isWindows ? (holdsAny ? machine : user) : [...machine, ...user];
	const values = new Map(taken.flatMap((each) => each.values));
	return {
		values: [...values],
		unread: taken.flatMap(({ unread = [] }) => unread),
		...(taken.length > 0 && taken.every(({ native }) => native) && { native: true }),
		notes: [...placeNotes({ machine, user, isWindows, holdsAny }), ...profileNotes(read)],
	};
}

function placeNotes({
	machine,
	user,
	isWindows,
	holdsAny,
}: {
	readonly machine: readonly CarriedSettings[];
	readonly user: readonly CarriedSettings[];
	readonly isWindows: boolean;
	readonly holdsAny: boolean;
}): Problem[] {
	if (user.every(({ values, unread = [] }) => values.length + unread.length === 0)) return [];
	const where = isWindows ? "HKEY_CURRENT_USER" : "the profile of a user";
	if (!holdsAny || machine.length === 0) {
		const message = `the settings stand in ${where}, where users can change them; device management sets those of the machine`;
		return [warning("user-settings", [], message)];
	}
	const message = isWindows
		? `${where} holds settings too, which the app ignores beside those of the machine; delete them`
		: `${where} holds settings too, which the app takes before those of the machine; take that profile away`;
	return [warning("user-beside-machine", [], message)];
}

function profileNotes(read: readonly ReadSettings[]): Problem[] {
	const profiles = new Set(read.flatMap(({ carried: { profile } }) => profile?.identifier ?? []));
	const several =
		read.filter(({ carried }) => carried.profile).length > 1
			? [
					warning(
						"two-profiles",
						[],
						`there are several profiles with settings: ${[...profiles].join(", ")}; take the others away`,
					),
				]
			: [];
	const exported = profiles.has(exportedIdentifier)
		? [
				warning(
					"own-export",
					[],
					`${exportedIdentifier} is the app's own export, which no deployment replaces; take it away by itself`,
				),
			]
		: [];
	return [...several, ...exported];
}
