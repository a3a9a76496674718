import { isSharedSuffix, parseHostPattern } from "../host.js";
import { canonicalJson, type JsonValue } from "../json.js";
import { error, type Problem, warning } from "../problem.js";
import { findKey } from "./catalogue.js";
import type { ManagedConfiguration } from "./managed-configuration.js";
import { type PresetName, presets } from "./presets.js";
import { loosens } from "./restriction.js";

/**
 * What a group's layers loosen of its preset, and what the preset expects that nobody gave. What another block decides, now
 * or in a later phase, is not for settings to give.
 */
export function checkPreset(
	configuration: ManagedConfiguration,
	name: PresetName,
	decidedElsewhere: readonly string[] = [],
): Problem[] {
	return [
		...loosened(configuration, name),
		...expected(configuration, name)
			.filter((key) => !decidedElsewhere.includes(key))
			.map((key) => notGiven(configuration, name, key)),
		...sharedHosts(configuration, name),
	];
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

/** Lists that open hosts to the agent or the user; the app itself takes no such wildcard in the browser's. */
const hostLists = ["coworkEgressAllowedHosts", "sshHostAllowlist"];

/** A wildcard that lets in whoever signs up at the same provider is nothing that a locked-down group has. */
function sharedHosts({ settings, group }: ManagedConfiguration, preset: PresetName): Problem[] {
	return hostLists.flatMap((key) => {
		const setting = settings.get(key);
		const entries = Array.isArray(setting?.value) ? setting.value : [];
		return entries.flatMap((entry: JsonValue, index) => {
			// Most entries are no wildcards, and every group has them all.
			if (!setting || typeof entry !== "string" || !entry.startsWith("*.")) return [];
			const { value: pattern } = parseHostPattern(entry);
			if (pattern?.match !== "subdomains" || !isSharedSuffix(pattern.host)) return [];
			const at = [...setting.path, index];
			const who = `lets in whoever signs up for a name below ${pattern.host}, not the organisation alone; name its own hosts`;
			return preset === "lockedDown"
				? [error("shared-suffix", at, `${who}, as group ${group} is locked down`)]
				: [warning("shared-suffix", at, who)];
		});
	});
}

function expected(configuration: ManagedConfiguration, preset: PresetName): string[] {
	return presets[preset].expects.filter((name) => !configuration.settings.has(name));
}

function notGiven({ group }: ManagedConfiguration, preset: PresetName, name: string): Problem {
	const message = `preset ${preset} expects ${name}; give it in settings`;
	return warning("preset-expects", ["groups", group, "preset"], message);
}

function short(value: JsonValue): string {
	const text = canonicalJson(value);
	return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
