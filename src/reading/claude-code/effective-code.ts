import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import type { ReadSettings } from "../read-device-file.js";

/** What Claude Code reads of several places of one device. */
export interface EffectiveCode {
	/** `managed-settings.json` as an object; absent where no file is of it. */
	readonly settings?: JsonObject;
	/** Servers by name; absent where there is no `managed-mcp.json`. */
	readonly servers?: JsonObject;
	/** What is wrong with where they stand. */
	readonly notes: readonly Problem[];
}

/**
 * The first source that there is: policies of the machine, files, policies of the user.
 * https://code.claude.com/docs/en/managed-settings#which-managed-source-claude-code-uses
 */
export function effectiveCode(read: readonly ReadSettings[]): EffectiveCode {
	const policies = (scope: "machine" | "user") =>
		read.filter(({ carried }) => carried.code === "policy" && carried.scope === scope);
	const sources: readonly Source[] = [
		{ what: "policies of the machine", held: policies("machine") },
		{ what: "files", held: inOrder(read.filter(({ carried }) => carried.code === "file")) },
		{ what: "policies of the user", held: policies("user") },
	].filter(({ held }) => held.some(holdsPolicy));
	const [source, ...others] = sources;
	const isGiven = read.some(({ carried }) => carried.code !== "servers");
	const servers = read.filter(({ carried }) => carried.code === "servers").at(-1);
	const own = servers && documentOf(servers).mcpServers;
	return {
		// Files that set nothing are all that a device has, where no other was given.
		...(isGiven && { settings: (source?.held ?? []).map(documentOf).reduce(merged, {}) }),
		...(isJsonObject(own) && { servers: own }),
		notes: [...(source ? notesOf(source, others) : []), ...conflicts(source)],
	};
}

interface Source {
	readonly what: string;
	readonly held: readonly ReadSettings[];
}

export function documentOf({ carried }: ReadSettings): JsonObject {
	return Object.fromEntries(carried.values);
}

/** One key alone says how sources are read, and makes none of a file. */
function holdsPolicy({ carried }: ReadSettings): boolean {
	return carried.values.some(([name]) => name !== "wslInheritsWindowsSettings");
}

/** The one file, and then drop-ins in the order of their names. */
export function inOrder(read: readonly ReadSettings[]): readonly ReadSettings[] {
	const rank = ({ file }: ReadSettings) => {
		const base = file.split(/[\\/]+/).at(-1) ?? "";
		return base === "managed-settings.json" ? "" : base;
	};
	return [...read].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Taken whole from the later file. */
const whole = ["fallbackModel"];

/** https://code.claude.com/docs/en/managed-settings#split-a-file-based-policy-across-teams */
export function merged(before: JsonObject, after: JsonObject, depth = 0): JsonObject {
	const both = Object.entries(after).map(([name, value]): [string, JsonValue] => {
		const held = before[name];
		if (held === undefined || (depth === 0 && whole.includes(name))) return [name, value];
		if (Array.isArray(held) && Array.isArray(value)) return [name, union(held, value)];
		if (!isJsonObject(held) || !isJsonObject(value)) return [name, value];
		return [name, name === "extraKnownMarketplaces" ? { ...held, ...value } : merged(held, value, depth + 1)];
	});
	return { ...before, ...Object.fromEntries(both) };
}

function union(held: readonly JsonValue[], more: readonly JsonValue[]): JsonValue {
	return [...new Map([...held, ...more].map((each) => [canonicalJson(each), each])).values()];
}

function notesOf({ what, held }: Source, others: readonly Source[]): Problem[] {
	const isUsers = held.every(({ carried }) => carried.scope === "user");
	return [
		...(isUsers
			? [
					warning(
						"user-settings",
						[],
						"the settings of Claude Code stand in HKEY_CURRENT_USER, which users may write; device management sets those of the machine",
					),
				]
			: []),
		...others.map((other) =>
			warning(
				"several-sources",
				[],
				`Claude Code has settings in ${what} and in ${other.what}, and reads the former alone; take the others away`,
			),
		),
	];
}

/** Files of managed settings are merged; of policies nobody knows which is the device's now. */
function conflicts(source: Source | undefined): Problem[] {
	const policies = (source?.held ?? []).filter(({ carried }) => carried.code === "policy");
	const [first, ...rest] = policies;
	return rest
		.filter((each) => first && canonicalJson(documentOf(each)) !== canonicalJson(documentOf(first)))
		.map(({ file }) =>
			warning(
				"conflict",
				[],
				`${first?.file} and ${file} are of one place and differ for Claude Code; give one file of each place`,
			),
		);
}
