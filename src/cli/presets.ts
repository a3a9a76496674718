import { findKey } from "../configuration/catalogue.js";
import { isPresetName, type Preset, presetSource, presets } from "../configuration/presets.js";
import { compareText, type JsonValue } from "../json.js";
import { suggestName } from "../nearest-name.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson } from "./output.js";

export interface PresetsOptions {
	readonly json?: boolean;
}

/** Shows what each preset sets, side by side, or what one sets and means. */
export async function showPresets(name: string | undefined, options: PresetsOptions, output: Output): Promise<void> {
	if (name !== undefined && !isPresetName(name)) {
		throw new CommandExit(2, `no preset "${name}"; ${suggestName(name, Object.keys(presets))}`);
	}
	if (options.json)
		printJson(output, { source: presetSource, presets: name === undefined ? presets : { [name]: presets[name] } });
	else await (name === undefined ? printAll(output) : printOne(name, output));
}

async function printAll(output: Output): Promise<void> {
	const { table } = await import("./table.js");
	const shown = Object.entries<Preset>(presets).filter(([, { settings }]) => Object.keys(settings).length > 0);
	const keys = [...new Set(shown.flatMap(([, { settings }]) => Object.keys(settings)))].sort(compareText);
	const rows = keys.map((key) => [key, ...shown.map(([, { settings }]) => cell(settings[key]))]);
	output.result(table(["key", ...shown.map(([word]) => word)], rows, output));
	output.result("");
	for (const [word, preset] of shown) output.result(expectation(word, preset));
	output.result("none sets nothing.");
	output.result(`Source: ${presetSource}`);
}

async function printOne(name: keyof typeof presets, output: Output): Promise<void> {
	const { table } = await import("./table.js");
	const preset: Preset = presets[name];
	const rows = Object.entries(preset.settings).map(([key, value]) => [key, cell(value), findKey(key)?.summary ?? ""]);
	if (rows.length > 0) {
		output.result(table(["key", "value", "meaning"], rows, output));
		output.result("");
	}
	output.result(rows.length > 0 ? expectation(name, preset) : "none sets nothing.");
	output.result(`Source: ${presetSource}`);
}

function expectation(word: string, { title, expects }: Preset): string {
	return `${word} (${title}) leaves to the organization: ${expects.join(", ") || "nothing"}.`;
}

function cell(value: JsonValue | undefined): string {
	return value === undefined ? "" : JSON.stringify(value);
}
