import { words } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { on } from "../values/variable-values.js";

/** What the program sends besides inference. */
export const trafficVariables = {
	CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: {
		shape: on,
		summary:
			"Broad switch: no auto-update, telemetry, error reports, /feedback, release notes, gateway model refresh, availability checks; leaves the WebFetch check and the marketplace auto-install on.",
	},
	DISABLE_TELEMETRY: {
		shape: on,
		summary: "No usage metrics and no feature-flag fetch; Remote Control stops working.",
	},
	DO_NOT_TRACK: { shape: words(["true", "false"]), summary: "Same as DISABLE_TELEMETRY, but 0 leaves telemetry on." },
	DISABLE_ERROR_REPORTING: { shape: on, summary: "No error reports." },
	DISABLE_GROWTHBOOK: { shape: words(["true", "false"]), summary: "No feature-flag fetch; telemetry stays." },
	DISABLE_AUTOUPDATER: { shape: on, summary: "No background updates; claude update still works." },
	DISABLE_UPDATES: { shape: on, summary: "No updates of any kind." },
	FORCE_AUTOUPDATE_PLUGINS: { shape: on, summary: "Plug-ins update even without the auto-updater." },
	CLAUDE_CODE_PACKAGE_MANAGER_AUTO_UPDATE: { shape: on, summary: "Lets Homebrew or WinGet upgrade in the background." },
	DISABLE_FEEDBACK_COMMAND: {
		shape: on,
		summary: "No /feedback, /bug, /share; DISABLE_BUG_COMMAND is the older name.",
	},
	CLAUDE_CODE_DISABLE_FEEDBACK_SURVEY: { shape: on, summary: "No session survey." },
	CLAUDE_CODE_ENABLE_FEEDBACK_SURVEY_FOR_OTEL: {
		shape: on,
		summary: "Survey answers go to the own collector only.",
		page: "monitoring-usage",
	},
	CLAUDE_CODE_SEND_FEEDBACK: { shape: words(["0"]), summary: "Turns feedback drafts off for a session." },
	DISABLE_INSTALL_GITHUB_APP_COMMAND: { shape: on, summary: "No /install-github-app." },
} satisfies Readonly<Record<string, CodeVariable>>;
