/** What people ask of events without an alert: which events answer it, and what of them. */
export interface Question {
	readonly asks: string;
	/** Names of events, without the prefix. */
	readonly events: readonly string[];
	/** Attributes to look at, each of which some of the events has. */
	readonly fields: readonly string[];
}

/** By the name of their files. https://code.claude.com/docs/en/monitoring-usage */
export const questions = {
	"tool-decisions": {
		asks: "Was a tool call allowed or denied?",
		events: ["tool_decision"],
		fields: ["tool_name", "decision", "source", "event.sequence", "prompt.id"],
	},
	"tool-results": {
		asks: "What did the tool do?",
		events: ["tool_result"],
		fields: ["tool_name", "success", "duration_ms", "decision_type", "decision_source", "tool_parameters"],
	},
	"permission-modes": {
		asks: "Did the permission mode change?",
		events: ["permission_mode_changed"],
		fields: ["from_mode", "to_mode", "trigger"],
	},
	"mcp-connections": {
		asks: "Did an MCP server connect?",
		events: ["mcp_server_connection"],
		fields: ["status", "transport_type", "server_scope", "server_name"],
	},
	"hook-runs": {
		asks: "Did a policy hook run?",
		events: ["hook_execution_complete"],
		fields: ["hook_event", "hook_name", "num_blocking", "num_success", "total_duration_ms", "managed_only"],
	},
	"hooks-present": {
		asks: "Which hooks are present?",
		events: ["hook_registered"],
		fields: ["hook_event", "hook_type", "hook_source"],
	},
	"sign-ins": {
		asks: "Did authentication fail?",
		events: ["auth"],
		fields: ["action", "success", "auth_method", "error_category"],
	},
	plugins: {
		asks: "Did a plug-in install or load?",
		events: ["plugin_installed", "plugin_loaded"],
		fields: ["marketplace.is_official", "marketplace.name", "plugin.name", "plugin.scope", "has_hooks", "has_mcp"],
	},
	"model-failures": {
		asks: "Did the model request fail?",
		events: ["api_error", "api_retries_exhausted"],
		fields: ["model", "status_code", "attempt", "total_attempts"],
	},
} satisfies Readonly<Record<string, Question>>;
