import { flag, list, text } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { mcpServerMatch } from "../structures/mcp-server-match.js";

/** MCP servers that people may use. */
export const mcpSettings = {
	allowedMcpServers: {
		shape: list(mcpServerMatch),
		summary: "Servers users may add; empty blocks all; since Desktop 1.46388.1 it no longer filters managed-mcp.json.",
		defaultNote: "every server",
		restricts: "fewer",
	},
	deniedMcpServers: {
		shape: list(mcpServerMatch),
		summary: "Servers refused wherever they come from; lists merge.",
		restricts: "more",
	},
	allowManagedMcpServersOnly: {
		shape: flag,
		summary: "Only the managed allowlist counts.",
		default: false,
		restricts: "when true",
	},
	allowAllClaudeAiMcps: {
		shape: flag,
		summary: "claude.ai connectors beside managed-mcp.json.",
		since: "2.1.149",
		default: false,
		restricts: "when false",
	},
	allowClaudeInChromeWithManagedMcp: {
		shape: flag,
		summary: "Chrome server beside managed-mcp.json.",
		since: "2.1.287",
		restricts: "when false",
		unverified: true,
	},
	disableClaudeAiConnectors: {
		shape: flag,
		summary: "No claude.ai connectors; a true in any file wins.",
		since: "2.1.182",
		default: false,
		restricts: "when true",
	},
	enableAllProjectMcpServers: {
		shape: flag,
		summary: "Approves every server of a project's .mcp.json.",
		restricts: "when false",
	},
	enabledMcpjsonServers: { shape: list(text()), summary: "Approved project servers.", restricts: "fewer" },
	disabledMcpjsonServers: { shape: list(text()), summary: "Rejected project servers.", restricts: "more" },
} satisfies Readonly<Record<string, CodeSetting>>;
