import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";

export const builtInBrowserRows: readonly EgressRow[] = [
	{
		feature: "built-in-browser",
		key: "builtinBrowserEnabled",
		needs: "builtinBrowserEnabled",
		because: "site safety check of the built-in browser",
		closedBy: [{ key: "builtinBrowserEnabled", value: false }],
		ifDenied: "The built-in browser works by hand only: Claude's own tools do nothing on any site.",
		operator: "anthropic",
		requirement: "required",
		since: "2.2553.0",
		source: page("telemetry"),
		when: (context) => context.is("builtinBrowserEnabled", true),
		hosts: [exact("releases.claude.com")],
	},
];
