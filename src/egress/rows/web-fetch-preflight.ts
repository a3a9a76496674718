import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { allOf, holds } from "../windows.js";

export const webFetchPreflightRows: readonly EgressRow[] = [
	{
		feature: "web-fetch-preflight",
		key: "skipWebFetchPreflight",
		because: "host name of each page that Code's Web Fetch opens, checked before the fetch",
		data: "the host name of each page that Web Fetch opens in Code",
		closedBy: [{ key: "skipWebFetchPreflight", value: true }],
		ifDenied: "Web Fetch in Code sessions fails for every page.",
		operator: "anthropic",
		requirement: "required",
		since: "1.26832.0",
		source: page("telemetry"),
		when: (context) =>
			allOf(
				context.isNot("isClaudeCodeForDesktopEnabled", false),
				context.listsNot("disabledBuiltinTools", "WebFetch"),
				// No source says that apps which do not know the switch check without asking.
				holds(context.value("skipWebFetchPreflight") !== true),
			),
		hosts: [exact("api.anthropic.com")],
	},
];
