import {
	type Layer,
	type LayeredValue,
	type ResolvedSetting,
	resolveLayers,
} from "../configuration/managed-configuration.js";
import { compareText, isJsonObject, itemsOf, type JsonObject, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import { codeLevels } from "./catalogue.js";
import type { CodeConfiguration } from "./code-configuration.js";
import { readRule, sandboxPlaces } from "./credential-place.js";
import { desktopServers } from "./desktop-servers.js";
import { dottedSettings } from "./dotted.js";
import { followDesktop } from "./follow-desktop.js";
import { credentialPaths, switches } from "./switches.js";

/** A `claudeCode` block of a layer. */
export interface CodeBlock {
	readonly layer: Extract<Layer, "deployment" | "group">;
	readonly block: JsonObject;
	readonly at: Path;
}

type Said = ReadonlyMap<string, LayeredValue>;

/**
 * What Claude Code gets of a group, weakest first: what has to be said, what the settings of Claude Desktop say already,
 * switches, and the blocks. A block of a group replaces a setting of the deployment's, as it does everywhere.
 */
export function configureCode(
	desktop: ReadonlyMap<string, ResolvedSetting>,
	blocks: readonly [CodeBlock, ...CodeBlock[]],
): CodeConfiguration {
	const [first, ...others] = blocks;
	const followed = followDesktop(desktop);
	const servers = desktopServers(desktop.get("managedMcpServers"));
	const hasServers = blocks.some(({ block }) => block.mcp !== undefined);
	const settings = resolveLayers([
		merging(first.at),
		new Map([...followed.settings].map(([name, { said }]) => [name, said])),
		switched(blocks),
		...blocks.map(written),
		...blocks.map(extra),
	]);
	return {
		settings: withCredentialPaths(settings, blocks),
		...(hasServers && { mcpServers: resolveLayers([servers.servers, ...blocks.map(serversOf)]) }),
		followed: followed.settings,
		notCarried: [...followed.notCarried, ...(hasServers ? servers.notCarried : [])],
		eased: easedBy(blocks),
		at: [first.at, ...others.map(({ at }) => at)],
	};
}

/** Without it what Claude Desktop itself restricts is dropped wherever managed settings stand on a device. */
function merging(at: Path): Said {
	return new Map([["parentSettingsBehavior", { layer: "preset", value: "merge", path: at }]]);
}

/** Where a block takes back switches of a weaker one, or the places that these take from tools. */
function easedBy(blocks: readonly CodeBlock[]): CodeConfiguration["eased"] {
	return blocks.flatMap(({ block, at }, index) => {
		const weaker = blocks.slice(0, index);
		const chosen = switchesOf(weaker);
		const denied = lastSaid(weaker, "denyCredentialPaths");
		const isPrivate = block.switches === "none" && chosen && Object.keys(chosen.settings).length > 0;
		const own = switchesOf(blocks.slice(0, index + 1));
		const places =
			denied && denied.block.denyCredentialPaths !== false ? [...denied.at, "denyCredentialPaths"] : undefined;
		const from = places ?? (own?.deniesCredentialPaths ? own.path : undefined);
		return [
			...(isPrivate ? [{ path: [...at, "switches"], from: chosen.path }] : []),
			...(block.denyCredentialPaths === false && from ? [{ path: [...at, "denyCredentialPaths"], from }] : []),
		];
	});
}

/** The strongest block that says something of a member. */
function lastSaid(blocks: readonly CodeBlock[], member: string): CodeBlock | undefined {
	return blocks.findLast(({ block }) => block[member] !== undefined);
}

function switchesOf(blocks: readonly CodeBlock[]) {
	const said = lastSaid(blocks, "switches");
	const word = said?.block.switches;
	const chosen = typeof word === "string" && Object.hasOwn(switches, word) ? switches[word] : undefined;
	return said && chosen ? { ...chosen, path: [...said.at, "switches"] } : undefined;
}

function switched(blocks: readonly CodeBlock[]): Said {
	const chosen = switchesOf(blocks);
	if (!chosen) return new Map();
	const { path } = chosen;
	return new Map(Object.entries(chosen.settings).map(([name, value]) => [name, { layer: "preset", value, path }]));
}

function written({ layer, block, at }: CodeBlock): Said {
	const said = (member: string, prefix: string): [string, LayeredValue][] =>
		Object.entries(objectOf(block[member])).map(([name, value]) => [
			`${prefix}${name}`,
			{ layer, value, path: [...at, member, name] },
		]);
	const nested = (settings: JsonObject, from: Path) =>
		dottedSettings(settings, codeLevels).map(([steps, value]): [string, LayeredValue] => [
			steps.join("."),
			{ layer, value, path: [...from, ...steps] },
		]);
	return new Map([
		...nested(objectOf(block.settings), [...at, "settings"]),
		...nested({ permissions: objectOf(block.permissions) }, at),
		...said("hooks", "hooks."),
		...said("env", "env."),
	]);
}

function extra({ block, at }: CodeBlock): Said {
	const said = Object.entries(objectOf(block.extraSettings));
	return new Map(said.map(([name, value]) => [name, { layer: "extra", value, path: [...at, "extraSettings", name] }]));
}

function serversOf({ layer, block, at }: CodeBlock): Said {
	const { servers } = objectOf(block.mcp);
	return new Map(
		Object.entries(objectOf(servers)).map(([name, value]) => [
			name,
			{ layer, value, path: [...at, "mcp", "servers", name] },
		]),
	);
}

/** Places that tools may not read come to what blocks deny, whichever of them says more. */
function withCredentialPaths(
	settings: ReadonlyMap<string, ResolvedSetting>,
	blocks: readonly CodeBlock[],
): ReadonlyMap<string, ResolvedSetting> {
	const chosen = switchesOf(blocks);
	const said = lastSaid(blocks, "denyCredentialPaths");
	const value = said?.block.denyCredentialPaths ?? chosen?.deniesCredentialPaths ?? false;
	if (value === false) return settings;
	const further = Array.isArray(value) ? value.filter((place) => typeof place === "string") : [];
	const places = [...new Set<string>([...credentialPaths, ...further])];
	const path = said ? [...said.at, "denyCredentialPaths"] : (chosen?.path ?? []);
	const denied: Said = new Map([
		["permissions.deny", { layer: "preset", value: [...new Set(places.map(readRule))], path }],
		["sandbox.filesystem.denyRead", { layer: "preset", value: sandboxPlaces(places), path }],
	]);
	const added = [...denied].map(([name, rules]): [string, ResolvedSetting] => {
		const own = settings.get(name);
		if (!own) return [name, { ...rules, overrides: [] }];
		const union = [...new Set([...itemsOf(own.value), ...itemsOf(rules.value)])];
		return [name, { ...own, value: union, overrides: [...own.overrides, rules] }];
	});
	const all = [...new Map([...settings, ...added])];
	return new Map(all.sort(([a], [b]) => compareText(a, b)));
}

function objectOf(value: JsonValue | undefined): JsonObject {
	return isJsonObject(value) ? value : {};
}
