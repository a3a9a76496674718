import { checkClaudeCode } from "./check-claude-code.js";
import { checkCode } from "./check-code.js";
import type { CodeCompiler } from "./code-compiler.js";
import { configureCode } from "./configure-code.js";

/** What the package knows of Claude Code. */
export const claudeCode: CodeCompiler = {
	checkBlock: checkClaudeCode,
	configure: configureCode,
	checkGroup: checkCode,
};
