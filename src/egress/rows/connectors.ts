import type { EgressContext } from "../context.js";
import { exact, subdomains } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const cosmetic = {
	key: "disableNonessentialServices",
	requirement: "optional",
	closedBy: [{ key: "disableNonessentialServices", value: true }],
	source: page("telemetry"),
	when: (context: EgressContext) => context.isNot("disableNonessentialServices", true),
} as const;

/** What connectors show of themselves. */
export const connectorsRows: readonly EgressRow[] = [
	{
		...cosmetic,
		feature: "connector-directory",
		because: "MCP connector directory",
		ifDenied: "No directory suggestions when users look for connectors.",
		operator: "anthropic",
		until: "1.32885.1",
		hosts: [exact("api.anthropic.com")],
	},
	{
		...cosmetic,
		feature: "connector-icons",
		because: "icons of connectors",
		ifDenied: "Connectors show generic icons.",
		operator: "third-party",
		hosts: [exact("www.google.com"), subdomains("gstatic.com")],
	},
	{
		...cosmetic,
		feature: "mcp-apps",
		because: "frames of MCP Apps, each on a generated name of its own",
		ifDenied: "Widgets of connectors appear as plain text.",
		operator: "anthropic",
		since: "1.26832.0",
		hosts: [subdomains("claudemcpcontent.com")],
	},
	{
		...cosmetic,
		feature: "mcp-apps",
		because: "fonts of MCP Apps",
		ifDenied: "Widgets of connectors show in fallback fonts.",
		operator: "anthropic",
		since: "1.26832.0",
		hosts: [exact("assets.claude.ai")],
	},
];
