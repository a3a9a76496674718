import { urlHost } from "../address.js";
import { allOf } from "../context.js";
import { currentEdition, type EgressRow, earlierEdition } from "../row.js";

const off = (value: unknown) => value !== true;

/** What the app itself asks of Anthropic and of the services it brings along. */
export const anthropicServiceRows: readonly EgressRow[] = [
	{
		feature: "vm-bundle",
		key: null,
		because: "VM workspace bundle and Claude CLI, fetched at session start",
		operator: "anthropic",
		source: "telemetry",
		hosts: ({ configuration }) =>
			configuration.installer === "offline" && !configuration.platforms.includes("linux")
				? []
				: ["downloads.claude.ai"],
	},
	{
		feature: "model-catalog",
		key: "modelCatalogEnabled",
		because: "model catalog, polled every 5 to 15 minutes",
		operator: "anthropic",
		requirement: "optional",
		source: "telemetry",
		when: (context) =>
			allOf(
				context.when("modelCatalogEnabled", (value) => value !== false),
				[context.known("modelCatalogEnabled")],
			),
		hosts: (context) => (context.text("modelCatalogUrl") === undefined ? ["downloads.claude.ai"] : []),
	},
	{
		feature: "model-catalog",
		key: "modelCatalogUrl",
		because: "model catalog from the organization's own address",
		operator: "organization",
		requirement: "optional",
		source: "telemetry",
		when: (context) =>
			allOf(
				context.when("modelCatalogEnabled", (value) => value !== false),
				[context.known("modelCatalogUrl")],
			),
		hosts: (context) => urlHost(context.value("modelCatalogUrl")),
	},
	{
		feature: "auto-updates",
		key: "disableAutoUpdates",
		because: "update feed",
		operator: "anthropic",
		source: "telemetry",
		when: (context) => allOf(context.when("disableAutoUpdates", off), context.when("updateViaUpdatesHost", off)),
		hosts: () => ["claude.ai", "api.anthropic.com", { host: "downloads.claude.ai", because: "update binaries" }],
	},
	{
		feature: "auto-updates",
		key: "updateViaUpdatesHost",
		because: "update feed on the updates host",
		operator: "anthropic",
		source: "telemetry",
		when: (context) =>
			allOf(
				context.when("disableAutoUpdates", off),
				context.when("updateViaUpdatesHost", (value) => value === true),
				[context.known("updateViaUpdatesHost")],
			),
		hosts: () => ["releases.claude.com", { host: "downloads.claude.ai", because: "update binaries" }],
	},
	{
		feature: "web-fetch-preflight",
		key: "skipWebFetchPreflight",
		because: "domain-safety check before a web fetch in Code",
		operator: "anthropic",
		source: "web-tools",
		edition: currentEdition,
		when: (context) =>
			allOf(
				context.when("isClaudeCodeForDesktopEnabled", (value) => value !== false),
				context.when("disabledBuiltinTools", (value) => !(Array.isArray(value) && value.includes("WebFetch"))),
			),
		// The switch is younger than the edition. No source says that apps in between make the call without asking, so it
		// closes the host for a fleet that has an app which knows it.
		hosts: (context) =>
			context.value("skipWebFetchPreflight") === true && context.reaches("skipWebFetchPreflight")
				? []
				: ["api.anthropic.com"],
	},
	{
		feature: "claude-ai-import",
		key: "claudeAiImport",
		because: "import of a user's claude.ai data",
		operator: "third-party",
		source: "telemetry",
		when: (context) => [context.known("claudeAiImport")],
		hosts: (context) =>
			context.member("claudeAiImport", "enabled") === true
				? ["claude.ai", "api.anthropic.com", "storage.googleapis.com"]
				: [],
	},
	{
		feature: "built-in-browser",
		key: "builtinBrowserEnabled",
		because: "browser component; the sites that users visit come on top",
		operator: "anthropic",
		source: "configuration#builtinbrowserenabled",
		when: (context) => [context.known("builtinBrowserEnabled")],
		hosts: (context) => (context.value("builtinBrowserEnabled") === true ? ["releases.claude.com"] : []),
	},
	{
		feature: "artifact-preview",
		key: "disableNonessentialServices",
		because: "MCP connector directory",
		operator: "anthropic",
		requirement: "optional",
		source: "telemetry",
		edition: earlierEdition,
		when: (context) => context.when("disableNonessentialServices", off),
		hosts: () => ["api.anthropic.com"],
	},
];
