import { canonicalJson, type JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import { type CarriedSettings, decodeCarried } from "../../profiles/carried.js";
import { inPlainForm } from "../plain-form.js";
import type { ReadSettings } from "../read-device-file.js";

/** What a device has of settings, of all of its places. */
export interface EffectiveSettings {
	readonly values: readonly (readonly [name: string, carried: JsonValue])[];
	/** Values of types that the app does not read, by name. */
	readonly unread: Required<CarriedSettings>["unread"];
	readonly native?: true;
	/** Whether names that differ in capitals alone are one, as in the registry. */
	readonly foldsNames: boolean;
	/** What is wrong with where they stand. */
	readonly notes: readonly Problem[];
}

/** The app's own export has this identifier, whoever made it. */
const exportedIdentifier = "com.anthropic.claudefordesktop.profile";

/**
 * What the app reads of several places of one device: on Windows the machine's policies alone where there are any, on
 * macOS those of the user over the machine's, key by key; what its own window keeps only where there are none of either.
 */
export function effectiveSettings(read: readonly ReadSettings[]): EffectiveSettings {
	const isWindows = read.some(({ carried }) => carried.platform === "windows");
	const of = (scope: CarriedSettings["scope"]): Place => {
		const held = read.filter(({ carried }) => carried.scope === scope);
		return { held, holdsAny: held.some(({ carried: { values, unread = [] } }) => values.length + unread.length > 0) };
	};
	const [machine, user, app] = [of("machine"), of("user"), of("app")];
	const managed = isWindows ? (machine.holdsAny ? machine.held : user.held) : [...machine.held, ...user.held];
	const taken = (machine.holdsAny || user.holdsAny ? managed : app.held).map(({ carried }) => carried);
	const values = new Map(taken.flatMap((each) => each.values));
	return {
		values: [...values],
		unread: taken.flatMap(({ unread = [] }) => unread),
		...(taken.length > 0 && taken.every(({ native }) => native) && { native: true }),
		foldsNames: isWindows,
		notes: [
			...placeNotes({ machine, user, app, isWindows }),
			...[machine, user, app].flatMap(({ held }) => conflictNotes(held, isWindows)),
			...profileNotes(read),
		],
	};
}

/** Files of one place. */
interface Place {
	readonly held: readonly ReadSettings[];
	readonly holdsAny: boolean;
}

function placeNotes({
	machine,
	user,
	app,
	isWindows,
}: {
	readonly machine: Place;
	readonly user: Place;
	readonly app: Place;
	readonly isWindows: boolean;
}): Problem[] {
	const notes: Problem[] = [];
	const say = (code: string, message: string) => notes.push(warning(code, [], message));
	const users = isWindows ? "HKEY_CURRENT_USER" : "what is managed of a user";
	if (user.holdsAny && !machine.holdsAny) {
		say(
			"user-settings",
			`the settings stand in ${users}, where they are one user's; device management sets those of the machine`,
		);
	} else if (user.holdsAny) {
		say(
			"user-beside-machine",
			isWindows
				? `${users} holds settings too, which the app ignores beside those of the machine; delete them`
				: `${users} holds settings too, which the app takes before those of the machine; take that profile away`,
		);
	}
	if (app.holdsAny) {
		const beside = machine.holdsAny || user.holdsAny;
		say(
			"own-configuration",
			beside
				? "there is a configuration of the app's own window too, which the app ignores beside device management"
				: "the settings are a configuration of the app's own window, which users change; device management sets nothing here",
		);
	}
	return notes;
}

/** Of files of one place that differ nobody knows which is the device's now. */
function conflictNotes(held: readonly ReadSettings[], foldsNames: boolean): Problem[] {
	const seen = new Map<string, { readonly file: string; readonly text: string }>();
	const differing = new Map<string, Set<string>>();
	for (const { file, carried } of held) {
		for (const [name, value] of carried.values) {
			const key = foldsNames ? name.toLowerCase() : name;
			const before = seen.get(key);
			const read = decodeCarried(name, value, carried.native).value ?? value;
			const text = canonicalJson(inPlainForm(name, read));
			seen.set(key, { file, text });
			if (!before || before.text === text) continue;
			const pair = `${before.file} and ${file}`;
			differing.set(pair, (differing.get(pair) ?? new Set()).add(name));
		}
	}
	return [...differing].map(([pair, names]) =>
		warning(
			"conflict",
			[],
			`${pair} are of one place and differ in ${[...names].join(", ")}; those of the last are taken, give one file of each place`,
		),
	);
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
