import type { LayeredValue, ResolvedSetting } from "../configuration/managed-configuration.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { Path } from "../path.js";
import { dottedSettings, nestedSettings } from "./dotted.js";

/** What one group's devices get for Claude Code. */
export interface CodeConfiguration {
	/**
	 * In code-unit order of the names, which have dots between levels: `permissions.deny`, `env.DISABLE_TELEMETRY`,
	 * `hooks.PreToolUse`.
	 */
	readonly settings: ReadonlyMap<string, ResolvedSetting>;
	/** Servers of `managed-mcp.json`, by name; absent where it is not written. */
	readonly mcpServers?: ReadonlyMap<string, ResolvedSetting>;
	/** By name, the settings that say what keys of Claude Desktop say. */
	readonly followed: ReadonlyMap<string, Followed>;
	/** Keys of Claude Desktop that have no setting to say the same, each with why. */
	readonly notCarried: readonly NotCarried[];
	/** Switches of a block that a stronger one takes back. */
	readonly eased: readonly { readonly path: Path; readonly from: Path }[];
	/** Paths of what is there for the group: the deployment's block, the group's, or both. */
	readonly at: readonly [Path, ...Path[]];
}

/** A value that a key of Claude Desktop gives. */
export interface Followed {
	readonly said: LayeredValue;
	/** The key of Claude Desktop. */
	readonly key: string;
	/** Whether a list may also have fewer entries. @default false */
	readonly within?: true;
}

export interface NotCarried {
	readonly key: string;
	readonly path: Path;
	readonly message: string;
}

/** `managed-settings.json` as an object; names of variables and events may have dots of their own. */
export function codeDocument(settings: Readonly<Record<string, JsonValue>>): JsonObject {
	return nestedSettings(Object.entries(settings).map(([name, value]) => [stepsOf(name), value]));
}

/** What a document sets, by such names. */
export function codeSettingsOf(document: JsonObject, levels: ReadonlySet<string>): ReadonlyMap<string, JsonValue> {
	return new Map(
		dottedSettings(document, new Set([...levels, "env", "hooks"])).map(([steps, value]) => [steps.join("."), value]),
	);
}

function stepsOf(name: string): readonly string[] {
	const [whole, holder, member] = /^(env|hooks)\.(.*)$/.exec(name) ?? [];
	return whole === undefined ? name.split(".") : [holder ?? "", member ?? ""];
}
