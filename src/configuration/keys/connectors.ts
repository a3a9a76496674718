import { choice, flag, integer, structure } from "../managed-key.js";
import { claudeAiImport } from "../structures/claude-ai-import.js";
import { managedMcpServers } from "../structures/managed-mcp-server.js";
import { allowedPluginServers, deniedPluginServers } from "../structures/plugin-mcp-server.js";

const desktopExtensions = {
	section: "Connectors",
	group: "Desktop extensions",
	alsoOn: ["configuration-changelog", "extensions"],
} as const;
const mcp = { section: "Connectors", group: "MCP", alsoOn: ["configuration-changelog"] } as const;

/** Import, brokered sign-in, desktop extensions and MCP servers. */
export const connectorsKeys = {
	claudeAiImport: structure(
		"object",
		{
			section: "Connectors",
			group: "claude.ai import",
			summary: "Import of what a user has on claude.ai.",
			since: "1.10628.0",
			alsoOn: ["configuration-changelog"],
		},
		claudeAiImport,
	),
	microsoftAuthBroker: choice(
		{
			section: "Connectors",
			group: "Microsoft sign-in",
			summary:
				"Whether sign-in with Microsoft goes through the system's broker; required from 1.49585.0, before that like disabled.",
			since: "1.19367.0",
			default: "auto",
			otherwise: "reads it as disabled",
			alsoOn: ["configuration-changelog"],
		},
		["auto", "disabled", "required"],
		{
			someVersions: [
				{
					code: "unknown-to-oldest-app",
					versions: { until: "1.49585.0" },
					concerns: (value) => value === "required",
					message: "is a value that apps before 1.49585.0 do not know and read as disabled",
				},
			],
		},
	),
	isDesktopExtensionEnabled: flag({
		...desktopExtensions,
		summary: "Whether users may install desktop extensions (.mcpb, .dxt).",
		since: "1.2581.0",
		default: false,
		defaultNote: "true before 1.19367.0",
		restricts: "when false",
	}),
	isDesktopExtensionSignatureRequired: flag({
		...desktopExtensions,
		summary: "Refuses desktop extensions without a trusted signature.",
		since: "1.2581.0",
		default: false,
		restricts: "when true",
	}),
	managedMcpServers: structure(
		"object[]",
		{
			...mcp,
			summary: "MCP servers that every user gets.",
			since: "1.2581.0",
			secret: true,
			alsoOn: ["configuration-changelog", "extensions", "connectors-m365", "connectors-github", "web-tools"],
		},
		managedMcpServers,
	),
	mcpPersistentAlwaysAllowEnabled: flag({
		...mcp,
		summary: "Whether a user's choice to always allow a tool outlasts the session.",
		since: "1.24012.9",
		default: true,
		restricts: "when false",
		otherwise: "reads it as false",
	}),
	mcpScheduledTaskApprovalLifetimeDays: integer({
		...mcp,
		summary: "How long approvals for scheduled tasks hold, in days; the app reads a bad value as 0.",
		since: "2.7032.0",
		min: 0,
		max: 3650,
		restricts: "lower",
		otherwise: "reads it as 0",
	}),
	isLocalDevMcpEnabled: flag({
		...mcp,
		summary: "Whether users may add local MCP servers of their own.",
		since: "1.2581.0",
		default: true,
		restricts: "when false",
	}),
	allowedPluginMcpServers: structure(
		"object[]",
		{
			...mcp,
			summary: "Remote MCP servers that plugins may bring; an empty list allows none.",
			since: "2.2553.0",
			restricts: "fewer",
		},
		allowedPluginServers,
	),
	deniedPluginMcpServers: structure(
		"object[]",
		{ ...mcp, summary: "Remote MCP servers that plugins may not bring.", since: "2.16120.0", restricts: "more" },
		deniedPluginServers,
	),
	mcpToolTimeoutSec: integer({
		...mcp,
		summary: "How long a call of an MCP tool may take, in seconds.",
		since: "1.37937.0",
		min: 60,
		max: 3600,
		defaultNote: "180 in effect",
	}),
};
