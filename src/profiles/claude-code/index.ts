import type { CodeFormat } from "./code-format.js";
import { codeManagedMcp } from "./code-managed-mcp.js";
import { codeManagedSettings } from "./code-managed-settings.js";
import { codeMobileconfig } from "./code-mobileconfig.js";
import { codeReg } from "./code-reg.js";

/** Every format for Claude Code, by the word of a deployment file; no word is that of a format of Claude Desktop. */
export const codeFormats = {
	codeManagedSettings,
	codeMobileconfig,
	codeReg,
	codeManagedMcp,
} satisfies Record<string, CodeFormat>;
