import type { Signals } from "./telemetry.js";

/** Attributes that any signal may have. https://code.claude.com/docs/en/monitoring-usage */
export const standardAttributes: readonly string[] = [
	"session.id",
	"app.version",
	"app.entrypoint",
	"organization.id",
	"user.account_uuid",
	"user.account_id",
	"user.id",
	"user.email",
	"user.groups",
	"terminal.type",
	"prompt.id",
	"workspace.host_paths",
	"trace_id",
	"span_id",
];

/** Attributes that any event may have besides. */
export const eventAttributes: readonly string[] = [
	"event.name",
	"event.sequence",
	"event.timestamp",
	"prompt.id",
	"workspace.host_paths",
	"workflow.run_id",
	"workflow.name",
	"message.uuid",
	"request_id",
	"tool_use_id",
];

/** Attributes of what sends. https://claude.com/docs/cowork/monitoring */
export const resourceAttributes: readonly string[] = [
	"service.name",
	"service.version",
	"host.arch",
	"os.type",
	"os.version",
	"enduser.id",
	"process.owner",
];

/** Events of Cowork sessions. */
export const coworkEvents: Signals = {
	user_prompt: {
		attributes: ["event.timestamp", "event.sequence", "prompt_length"],
		content: {
			prompt: ["userPrompts"],
		},
	},
	assistant_response: {
		attributes: ["model", "request_id", "response_length"],
		content: {
			response: ["assistantResponses", "userPrompts"],
		},
		since: "Desktop 1.17377",
	},
	tool_result: {
		attributes: [
			"tool_name",
			"success",
			"duration_ms",
			"decision_type",
			"decision_source",
			"tool_result_size_bytes",
			"mcp_server_scope",
		],
		content: {
			error: ["toolDetails"],
			tool_parameters: ["toolDetails"],
			tool_input: ["toolDetails"],
		},
	},
	api_request: {
		attributes: [
			"model",
			"cost_usd",
			"duration_ms",
			"input_tokens",
			"output_tokens",
			"cache_read_tokens",
			"cache_creation_tokens",
			"speed",
		],
	},
	api_error: {
		attributes: ["model", "error", "status_code", "duration_ms", "attempt", "speed"],
	},
	tool_decision: {
		attributes: ["tool_name", "decision", "source"],
	},
};

/** Events of the app itself. */
export const desktopEvents: Signals = {
	desktop_session_title_set: {
		attributes: ["session.id"],
		content: {
			title: ["userPrompts"],
		},
		since: "Desktop 1.44121.1",
	},
};
