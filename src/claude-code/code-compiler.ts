import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { CodeConfiguration } from "./code-configuration.js";
import type { CodeGroup } from "./code-group.js";
import type { CodeBlock } from "./configure-code.js";

/** What the compilation of a deployment asks of Claude Code, with the catalogue of its settings behind it. */
export interface CodeCompiler {
	/** What is wrong with one `claudeCode` block as it is written. */
	checkBlock(block: unknown, at: Path): Problem[];
	/** What Claude Code gets of a group, whose settings of Claude Desktop are given; blocks come weakest first. */
	configure(desktop: ManagedConfiguration["settings"], blocks: readonly [CodeBlock, ...CodeBlock[]]): CodeConfiguration;
	/** What is wrong with the settings of one group, once every layer has had its say. */
	checkGroup(group: CodeGroup): Problem[];
}
