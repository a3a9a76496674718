import { findKey, isKeyName, keysByFold } from "../../configuration/catalogue.js";
import { findRefused } from "../../configuration/check-name.js";
import { nearestKey } from "../../configuration/nearest-key.js";
import { namesOfOtherFiles, refusedNames } from "../../configuration/refused-names.js";
import type { JsonObject, JsonValue } from "../../json.js";
import { made } from "../../outcome.js";
import { type Problem, warning } from "../../problem.js";
import { type CarriedSettings, decodeCarried } from "../../profiles/carried.js";
import { checkRenderable, checkRenderableName } from "../../profiles/check-renderable.js";
import { findReferences } from "../../reference/walk.js";
import { inNewForm } from "./older-forms.js";
import { inNewSpellings } from "./older-spellings.js";

/** What a device makes of settings that it carries, in the spellings of now. */
export interface CurrentSettings {
	readonly settings: JsonObject;
	/** Of what is left out, spelt otherwise or not known; paths start at the settings and never hold a value. */
	readonly warnings: readonly Problem[];
}

/** Settings as the app reads them: what it cannot read, or does not take from device management, is left out and told. */
export function currentSettings({ values, unread = [], native, platform }: CarriedSettings): CurrentSettings {
	const warnings: Problem[] = unread.map(({ name, type }) =>
		warning("not-readable", [name], `is of type ${type}, which the app does not read; it is left out`),
	);
	const settings = new Map<string, JsonValue>();
	// The registry tells no capitals apart; a property list and JSON do.
	const keyOf = platform === "windows" ? keyInAnyCase : (name: string) => name;
	const given = new Set(values.flatMap(([written, carried]) => (isSet(carried) ? [keyOf(written)] : [])));
	for (const [written, carried] of values) {
		const name = keyOf(written);
		const say = (code: string, message: string) => warnings.push(warning(code, [written], message));
		const why = isSet(carried)
			? (whyLeftOut(name) ?? whyOtherName(name))
			: "is empty, which the app takes for a key that is not set";
		if (why !== undefined) {
			say("left-out", `${why}; it is left out`);
			continue;
		}
		const newer = findRefused(name)?.newerName;
		if (newer !== undefined && given.has(newer)) {
			say(
				"older-spelling",
				`is the older spelling of ${newer}, which is there too and which the app takes; it is left out`,
			);
			continue;
		}
		if (newer !== undefined) say("older-spelling", `is the older spelling of ${newer}; it is written so`);
		else if (name !== written) say("other-case", `is ${name} in another case; it is written as ${name}`);
		const key = newer ?? name;
		const renewed = inNewForm(key, carried);
		if (renewed) say("older-spelling", renewed.message);
		const { value, problems } = renewed ? made(renewed.value) : decodeCarried(key, carried, native);
		const faults = value === undefined ? problems : checkRenderable(value);
		if (value === undefined || faults.length > 0) {
			const [fault] = faults;
			say("not-readable", `${fault?.message ?? "cannot be read"}; the app leaves it out, and so is it here`);
			continue;
		}
		if (findReferences(value).length > 0) {
			// There it would stand for what the environment has of whoever compiles the deployment.
			say("not-readable", "has the form of a reference of a deployment file, which no device reads; it is left out");
			continue;
		}
		if (settings.has(key)) say("conflict", "stands twice; the last is taken");
		for (const { code, message } of whatToKnow(key)) say(code, message);
		settings.set(key, value);
	}
	const renewed = inNewSpellings(Object.fromEntries(settings));
	return { settings: renewed.settings, warnings: [...warnings, ...renewed.warnings] };
}

/** The app takes nothing, and text without a character, for a key that is not there. */
function isSet(carried: JsonValue): boolean {
	return carried !== null && carried !== "";
}

/** Of a key that is taken over, although it is going away or nobody knows what it does. */
function whatToKnow(key: string): readonly { readonly code: string; readonly message: string }[] {
	const known = findKey(key);
	if (known?.deprecated !== undefined) {
		return [{ code: "deprecated", message: `is deprecated: ${known.deprecated}; it is kept` }];
	}
	if (known) return [];
	const refused = findRefused(key);
	const near = refused ? undefined : nearestKey(key);
	const why = refused?.message ?? `is no known key${near === undefined ? "" : `, while ${near} is one`}`;
	return [{ code: "unknown-setting", message: `${why}; it is kept in extraSettings, unchecked` }];
}

/** Why a name that differs from a key in capitals alone is none of the app's. */
function whyOtherName(name: string): string | undefined {
	const key = keyInAnyCase(name);
	return key === name ? undefined : `is no key here, while ${key} is one, and capitals count`;
}

function keyInAnyCase(written: string): string {
	// An older spelling may differ from its newer one by case alone.
	return isKeyName(written) || Object.hasOwn(refusedNames, written)
		? written
		: (keysByFold.get(written.toLowerCase()) ?? written);
}

/** Why a name is nothing that a device's configuration may set; undefined where it may, or is not known. */
function whyLeftOut(name: string): string | undefined {
	const [fault] = checkRenderableName(name);
	if (fault) return fault.message;
	const refused = findRefused(name);
	// What may stand in extraSettings does, where it is a name of device management at all.
	const isKept = refused?.newerName !== undefined || (refused?.extra && !Object.hasOwn(namesOfOtherFiles, name));
	return isKept ? undefined : refused?.message;
}
