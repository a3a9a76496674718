import type { ResolvedSetting } from "../configuration/managed-configuration.js";
import type { Platform } from "../profiles/format.js";
import type { CodeConfiguration } from "./code-configuration.js";

/** A group as the rules for Claude Code see it. */
export interface CodeGroup {
	readonly code: CodeConfiguration;
	/** The settings of Claude Desktop. */
	readonly desktop: ReadonlyMap<string, ResolvedSetting>;
	readonly platforms: readonly Platform[];
}
