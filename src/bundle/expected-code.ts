import { codeDocument } from "../claude-code/code-configuration.js";
import type { ExpectedCode } from "../device/device.js";
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue, prettyJson, sortMembers } from "../json.js";
import type { Platform } from "../profiles/format.js";
import { findReferences } from "../reference/walk.js";
import { sha256 } from "./bundle.js";
import { type GroupPart, valuesOf } from "./part.js";
import type { Shown } from "./shown.js";

/** What checks of devices hold Claude Code against; undefined where a group has none, or its settings are not known here. */
export function expectedCode(
	{ code }: Pick<GroupPart, "code">,
	platform: Platform | undefined,
	show: Shown,
): ExpectedCode | undefined {
	if (!code) return undefined;
	const values = valuesOf(code.settings, platform);
	const settings = sortMembers(codeDocument(values));
	const mcpServers = code.mcpServers && valuesOf(code.mcpServers);
	const all = [...Object.entries(values), ...Object.entries(mcpServers ?? {})];
	// The digest of a credential may be guessed from.
	const isKnown = all.every(([name, value]) => show(name, value) === value);
	if (!isKnown || findReferences([settings, mcpServers ?? {}]).length > 0) return undefined;
	const leaves = leavesOf(settings, "");
	return {
		text: sha256(canonicalJson(settings)),
		file: sha256(prettyJson(settings)),
		...(mcpServers && { servers: sha256(prettyJson({ mcpServers })) }),
		leaves: {
			count: leaves.length,
			compared: leaves.flatMap(({ place, text }) => (text === undefined ? [] : [{ place, digest: sha256(text) }])),
		},
	};
}

interface Leaf {
	/** As PlistBuddy names it, `:env:NAME`. */
	readonly place: string;
	/** As it prints it; undefined of what it prints otherwise, or has no name for. */
	readonly text?: string;
}

function leavesOf(value: JsonValue, place: string): readonly Leaf[] {
	if (Array.isArray(value)) return value.flatMap((item: JsonValue, index) => leavesOf(item, `${place}:${index}`));
	if (isJsonObject(value)) return leavesOfObject(value, place);
	const isNamed = !/[^\w:.@/*-]|::/.test(place);
	const isPrinted = typeof value !== "number" || Number.isInteger(value);
	return [{ place, ...(isNamed && isPrinted && { text: String(value) }) }];
}

function leavesOfObject(value: JsonObject, place: string): readonly Leaf[] {
	return Object.entries(value).flatMap(([name, inner]) => {
		// A colon parts names, and stands in none that has a place.
		const below = name.includes(":") ? `${place}: ` : `${place}:${name}`;
		return leavesOf(inner, below);
	});
}
