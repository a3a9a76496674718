import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { CodeConfiguration } from "./code-configuration.js";

/** A group as the rules for Claude Code see it. */
export interface CodeGroup extends Pick<ManagedConfiguration, "platforms" | "fleet" | "gated"> {
	readonly code: CodeConfiguration;
	/** The settings of Claude Desktop. */
	readonly desktop: ManagedConfiguration["settings"];
}
