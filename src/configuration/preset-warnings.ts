import { canonicalJson, type JsonValue } from "../json.js";
import { type Problem, warning } from "../problem.js";
import { findKey } from "./catalogue.js";
import type { ManagedConfiguration } from "./managed-configuration.js";
import { type PresetName, presets } from "./presets.js";
import { loosens } from "./restriction.js";

/** What a group's layers loosen of its preset, and what the preset expects that nobody gave. */
export function checkPreset(configuration: ManagedConfiguration, name: PresetName): Problem[] {
	return [...loosened(configuration, name), ...expected(configuration, name)];
}

function loosened(configuration: ManagedConfiguration, preset: PresetName): Problem[] {
	return [...configuration.settings].flatMap(([name, setting]) => {
		const before = setting.overrides.find((said) => said.layer === "preset");
		const key = findKey(name);
		if (!before || !key || !loosens(key.restricts, before.value, setting.value)) return [];
		const from = short(before.value);
		return [
			warning(
				"loosens-preset",
				setting.path,
				`loosens preset ${preset} of group ${configuration.group}: ${name} is ${from} there and ${short(setting.value)} here`,
			),
		];
	});
}

function expected(configuration: ManagedConfiguration, preset: PresetName): Problem[] {
	return presets[preset].expects
		.filter((name) => !configuration.settings.has(name))
		.map((name) =>
			warning(
				"preset-expects",
				["groups", configuration.group, "preset"],
				`preset ${preset} expects ${name}; give it in settings`,
			),
		);
}

function short(value: JsonValue): string {
	const text = canonicalJson(value);
	return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
