import { httpUrl } from "../../configuration/values/url.js";
import type { CodeVariable } from "../code-setting.js";
import { digits, rawBodies, switchable } from "../values/variable-values.js";

/** What of conversations goes to the collector. */
export const contentCaptureVariables = {
	OTEL_LOG_USER_PROMPTS: { shape: switchable, summary: "Prompt text.", page: "monitoring-usage" },
	OTEL_LOG_ASSISTANT_RESPONSES: {
		shape: switchable,
		summary: "Response text; unset follows OTEL_LOG_USER_PROMPTS, so set 0 to keep it out.",
		since: "2.1.193",
		page: "monitoring-usage",
	},
	OTEL_LOG_TOOL_DETAILS: {
		shape: switchable,
		summary: "Commands, paths, tool and server names, arguments, hook definitions, refusal categories.",
		page: "monitoring-usage",
	},
	OTEL_LOG_TOOL_CONTENT: {
		shape: switchable,
		summary: "Tool input and output on spans; needs tracing.",
		page: "monitoring-usage",
	},
	OTEL_LOG_RAW_API_BODIES: {
		shape: rawBodies,
		summary:
			"Whole request and response JSON incl. history; implies the other content switches; file: writes untruncated bodies to disk.",
		page: "monitoring-usage",
	},
	OTEL_LOG_MANAGED_SETTINGS: {
		shape: switchable,
		summary: "Redacted managed settings and a SHA-256 digest on managed_settings_resolved.",
		since: "2.1.274",
		page: "monitoring-usage",
	},
	CLAUDE_CODE_OTEL_CONTENT_MAX_LENGTH: {
		shape: digits,
		summary: "Content limit.",
		since: "2.1.214",
		page: "monitoring-usage",
	},
	ENABLE_BETA_TRACING_DETAILED: {
		shape: switchable,
		summary: "Detailed beta tracing; goes with BETA_TRACING_ENDPOINT.",
	},
	BETA_TRACING_ENDPOINT: { shape: httpUrl, summary: "Sends traces and logs elsewhere." },
} satisfies Readonly<Record<string, CodeVariable>>;
