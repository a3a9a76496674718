import { type PresetName, presets } from "../../configuration/presets.js";
import { canonicalJson, type JsonObject } from "../../json.js";

/**
 * The preset that saves most lines: settings have every key of it, because what a preset sets nothing takes away, and the
 * fewest are to be written beside it.
 */
export function presetOf(settings: JsonObject): PresetName {
	const fitting = (Object.keys(presets) as PresetName[]).filter((name) =>
		Object.keys(presets[name].settings).every((key) => Object.hasOwn(settings, key)),
	);
	const [best = "none"] = fitting.sort((a, b) => beside(settings, a) - beside(settings, b));
	return best;
}

/** The settings that a preset does not set to the same value. */
export function besidePreset(settings: JsonObject, preset: PresetName): JsonObject {
	const set: JsonObject = presets[preset].settings;
	const said = Object.entries(settings).filter(([key, value]) => {
		const before = set[key];
		return before === undefined || canonicalJson(before) !== canonicalJson(value);
	});
	return Object.fromEntries(said);
}

function beside(settings: JsonObject, preset: PresetName): number {
	return Object.keys(besidePreset(settings, preset)).length;
}
