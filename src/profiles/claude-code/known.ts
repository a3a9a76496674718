// Rendered from the registry beside it by test/known-variants.test.ts; `npx vitest run -u` writes it anew.
import type { KnownVariants } from "../../variant.js";
import type { CodeFormat } from "./code-format.js";
import type { codeFormats } from "./index.js";

/** Every format for Claude Code, before its file is loaded. */
export const knownCodeFormats: KnownVariants<CodeFormat, keyof typeof codeFormats> = {
	codeManagedSettings: {
		title: "Claude Code managed settings",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by Python's json",
		options: ["dropIn"],
		byDefault: true,
		load: async () => (await import("./code-managed-settings.js")).codeManagedSettings,
	},
	codeMobileconfig: {
		title: "Claude Code configuration profile",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules",
		options: [],
		byDefault: true,
		load: async () => (await import("./code-mobileconfig.js")).codeMobileconfig,
	},
	codeReg: {
		title: "Claude Code registry file",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by hivexregedit",
		options: [],
		byDefault: true,
		load: async () => (await import("./code-reg.js")).codeReg,
	},
	codeManagedMcp: {
		title: "Claude Code managed MCP servers",
		docs: "https://code.claude.com/docs/en/managed-mcp",
		evidence: "read by Python's json",
		options: [],
		byDefault: true,
		load: async () => (await import("./code-managed-mcp.js")).codeManagedMcp,
	},
};
