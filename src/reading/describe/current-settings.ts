import { findKey, isKeyName, keysByFold } from "../../configuration/catalogue.js";
import { namesOfOtherFiles, refusedNames } from "../../configuration/refused-names.js";
import type { JsonObject, JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import type { CarriedSettings } from "../../profiles/carried.js";
import { checkRenderable, checkRenderableName } from "../../profiles/check-renderable.js";
import { decodeValue } from "../../profiles/encoding.js";
import { inNewSpellings } from "./older-spellings.js";

/** What a device makes of settings that it carries, in the spellings of now. */
export interface CurrentSettings {
	readonly settings: JsonObject;
	/** Of what is left out, spelt otherwise or not known; paths start at the settings and never hold a value. */
	readonly warnings: readonly Problem[];
}

/** Settings as the app reads them: what it cannot read, or does not take from device management, is left out and told. */
export function currentSettings({ values, unread = [], native }: CarriedSettings): CurrentSettings {
	const warnings: Problem[] = unread.map(({ name, type }) =>
		warning("not-readable", [name], `is of type ${type}, which the app does not read; it is left out`),
	);
	const settings = new Map<string, JsonValue>();
	for (const [written, carried] of values) {
		const name = keyOf(written);
		const say = (code: string, message: string) => warnings.push(warning(code, [written], message));
		const why = whyLeftOut(name);
		if (why !== undefined) {
			say("left-out", `${why}; it is left out`);
			continue;
		}
		if (name !== written) say("other-case", `is ${name} in another case; it is written as ${name}`);
		const { value, problems } =
			native && !findKey(name) ? { value: carried, problems: [] } : decodeValue(name, carried);
		const faults = value === undefined ? problems : checkRenderable(value);
		if (value === undefined || faults.length > 0) {
			const [fault] = faults;
			say("not-readable", `${fault?.message ?? "cannot be read"}; the app leaves it out, and so is it here`);
			continue;
		}
		if (settings.has(name)) say("conflict", "stands twice; the last is taken");
		settings.set(name, value);
	}
	const renewed = inNewSpellings(Object.fromEntries(settings));
	return { settings: renewed.settings, warnings: [...warnings, ...renewed.warnings] };
}

function keyOf(written: string): string {
	// An older spelling may differ from its newer one by case alone.
	return isKeyName(written) || Object.hasOwn(refusedNames, written)
		? written
		: (keysByFold.get(written.toLowerCase()) ?? written);
}

/** Why a name is nothing that a device's configuration may set; undefined where it may, or is not known. */
function whyLeftOut(name: string): string | undefined {
	const [fault] = checkRenderableName(name);
	if (fault) return fault.message;
	const refused = Object.hasOwn(namesOfOtherFiles, name) ? namesOfOtherFiles[name] : undefined;
	if (refused) return refused.message;
	const other = Object.hasOwn(refusedNames, name) ? refusedNames[name] : undefined;
	// Older spellings have their newer ones, and what may stand in extraSettings does.
	return other && !other.extra && !other.message.startsWith("is a deprecated spelling; use")
		? other.message
		: undefined;
}
