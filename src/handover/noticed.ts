import { findKey } from "../configuration/catalogue.js";
import type { ManagedKey } from "../configuration/managed-key.js";
import type { JsonValue } from "../json.js";
import { mayHoldCredential } from "../reading/describe/take-secrets.js";
import { findReferences } from "../reference/walk.js";
import { markdownCode as code, markdownTable } from "../table/markdown.js";
import { words } from "./words.js";

/** Sections of the reference with what users see or may do. */
const sections = ["Capabilities", "Connectors", "Appearance", "Plugins"];
/** Parts of other sections with it. */
const groups = ["Models", "Token cap", "Retention", "Updates"];
/** How and how often they sign in, and what stands among telemetry because of whom it reaches. */
const keys = ["inferenceCredentialKind", "inferenceSessionLifetimeSec", "disableNonessentialServices"];

/** The settings of a group that its users notice, in the catalogue's words; what is not set is as the app has it. */
export function noticedSettings(settings: Readonly<Record<string, JsonValue>>): string[] {
	const rows = Object.entries(settings).flatMap(([name, value]) => {
		const key = findKey(name);
		if (!key) return [[code(name), shown(name, value), "A key that the catalogue does not know."]];
		const [setting, meaning] = cellsOf(name, key);
		return meaning === undefined ? [] : [[setting, shown(name, value), meaning]];
	});
	if (rows.length === 0) return ["No setting of what users see or may do."];
	return markdownTable(["setting", "value", "what it is"], rows);
}

function isNoticed(name: string, { section, group }: ManagedKey): boolean {
	return sections.includes(section) || groups.includes(group) || keys.includes(name);
}

/** What the table says of a key, which is the same for every group; without a meaning of a key that nobody notices. */
const known = new Map<string, readonly [setting: string, meaning?: string]>();

function cellsOf(name: string, key: ManagedKey): readonly [setting: string, meaning?: string] {
	const before = known.get(name);
	if (before) return before;
	const cells: [string, string?] = isNoticed(name, key) ? [code(name), words(key.summary)] : [code(name)];
	known.set(name, cells);
	return cells;
}

/** Longer ones are in `settings.json`, and credentials nowhere. */
const longest = 60;

function shown(name: string, value: JsonValue): string {
	if (findReferences(value).length > 0) return "in `settings.json`, by reference";
	const text = typeof value === "string" ? value : JSON.stringify(value);
	if (text.length > longest) return "in `settings.json`";
	return mayHoldCredential(name, value) ? "in `settings.json`, where it reads as a credential" : code(text);
}
