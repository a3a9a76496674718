import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const pythonSources = ["github.com", "objects.githubusercontent.com", "pypi.org", "files.pythonhosted.org"].map(
	(host) => exact(host),
);

export const pythonPackagesRows: readonly EgressRow[] = [
	{
		feature: "desktop-extensions",
		key: "isDesktopExtensionEnabled",
		because: "Python runtime and packages of desktop extensions",
		closedBy: [{ key: "isDesktopExtensionEnabled", value: false }],
		ifDenied: "Python-based desktop extensions cannot be installed.",
		operator: "third-party",
		requirement: "required",
		source: page("telemetry"),
		when: (context) => context.is("isDesktopExtensionEnabled", true),
		hosts: pythonSources,
	},
	{
		feature: "user-added-mcp",
		key: "isLocalDevMcpEnabled",
		because: "Python runtime and packages of MCP servers that users add",
		closedBy: [{ key: "isLocalDevMcpEnabled", value: false }],
		ifDenied: "Python-based MCP servers that users add cannot be installed.",
		operator: "third-party",
		requirement: "optional",
		since: "1.26832.0",
		source: page("in-app-configuration"),
		when: (context) => context.isNot("isLocalDevMcpEnabled", false),
		hosts: pythonSources,
	},
];
