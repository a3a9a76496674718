import { text, words } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { digits, on } from "../values/variable-values.js";

/** Tools, plug-ins, servers and agents. */
export const toolsVariables = {
	CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: {
		shape: on,
		summary: "Official marketplace is not registered; read once, must be there before the first start.",
	},
	CLAUDE_CODE_DISABLE_WEB_FETCH: { shape: on, summary: "No WebFetch tool.", since: "2.1.288", unverified: true },
	CLAUDE_CODE_MAX_WEB_SEARCHES_PER_SESSION: { shape: digits, summary: "Cap on web searches.", since: "2.1.212" },
	CLAUDE_CODE_SUBPROCESS_ENV_SCRUB: {
		shape: on,
		summary: "Strips provider credentials from child processes; on Linux also an own PID namespace.",
	},
	CLAUDE_CODE_SCRIPT_CAPS: { shape: text(), summary: "Call caps per script; needs CLAUDE_CODE_SUBPROCESS_ENV_SCRUB." },
	CLAUDE_CODE_MCP_ALLOWLIST_ENV: { shape: on, summary: "stdio servers start with a small safe environment." },
	ENABLE_CLAUDEAI_MCP_SERVERS: { shape: words(["false"]), summary: "claude.ai connectors." },
	ENABLE_TOOL_SEARCH: {
		shape: words(["true", "false", "auto", "force"]),
		summary: "MCP tool search; force only behind gateways.",
	},
	CLAUDE_CODE_DISABLE_ARTIFACT: { shape: on, summary: "No Artifact tool." },
	CLAUDE_CODE_DISABLE_AGENT_VIEW: { shape: on, summary: "No background agents." },
	CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: { shape: on, summary: "No background tasks." },
	CLAUDE_CODE_DISABLE_CRON: { shape: on, summary: "No in-session scheduling." },
	CLAUDE_CODE_DISABLE_WORKFLOWS: { shape: on, summary: "No workflows." },
	CLAUDE_CODE_DISABLE_BUNDLED_SKILLS: { shape: on, summary: "No bundled skills." },
	CLAUDE_CODE_DISABLE_POLICY_SKILLS: { shape: on, summary: "No policy-delivered skills." },
	CLAUDE_CODE_PLUGIN_PREFER_HTTPS: { shape: on, summary: "Clone plug-ins by HTTPS." },
	CLAUDE_CODE_PLUGIN_DIRS: {
		shape: text(),
		summary: "Plug-in folders; refused by disableSideloadFlags.",
		since: "2.1.280",
	},
} satisfies Readonly<Record<string, CodeVariable>>;
