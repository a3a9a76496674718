import type { JsonObject } from "../../json.js";
import type { FormatFacts, Handling, Platform, ProfileFile, ProfileIdentity, Rendering } from "../format.js";

/** What a file for Claude Code is rendered from. */
export interface CodeProfile {
	readonly identity: ProfileIdentity;
	readonly platform: Platform;
	/** Says which settings of the group these are: eight hexadecimal digits. */
	readonly revision: string;
	/** `managed-settings.json` as an object, members in code-unit order at every level. */
	readonly settings: JsonObject;
	/** Servers by name; empty where there are none. */
	readonly mcpServers: JsonObject;
}

/**
 * Files that carry a group's settings of Claude Code to its devices: one source file per format, one line in the
 * registry. None of them carries a credential.
 */
export interface CodeFormat<Options extends object = object> extends FormatFacts<Options> {
	/** What it holds: servers are written only where a deployment says something of them. */
	readonly carries: "settings" | "servers";
	readonly handling: (platform: Platform) => Handling;
	/** Names of the files that {@link render} makes, below the folder of the platform. */
	fileNames(identity: ProfileIdentity, options: Options): readonly string[];
	/** Deterministic. */
	render(profile: CodeProfile, options: Options): Rendering;
	/**
	 * Files that hold no value and take away what the others bring. Not written without those: alone in a folder that is
	 * delivered as a whole they would leave devices without any setting. @default - none
	 */
	removals?(): readonly ProfileFile[];
}

/** What tells revisions apart, for people and for inventories; nothing follows from it. */
export function codeDescription({ revision }: CodeProfile): string {
	return `Settings ${revision}`;
}

/** The preference domain of Claude Code, which is the type of its payload. */
export const codeDomain = "com.anthropic.claudecode";

/** The folder of its files, apart from those of Claude Desktop, of which one has the same name. */
export const codeFolder = "claude-code";

/** https://code.claude.com/docs/en/managed-settings */
export const managedFolders: Readonly<Record<Platform, string>> = {
	macos: "/Library/Application Support/ClaudeCode/",
	windows: "C:\\Program Files\\ClaudeCode\\",
	linux: "/etc/claude-code/",
};
