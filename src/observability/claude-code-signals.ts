import type { Signals } from "./telemetry.js";

/** Metrics of Claude Code. */
export const metrics: Signals = {
	"claude_code.session.count": {
		attributes: ["start_type"],
	},
	"claude_code.lines_of_code.count": {
		attributes: ["type", "model"],
	},
	"claude_code.pull_request.count": {
		attributes: [],
	},
	"claude_code.commit.count": {
		attributes: [],
	},
	"claude_code.cost.usage": {
		attributes: [
			"model",
			"query_source",
			"speed",
			"effort",
			"agent.name",
			"skill.name",
			"plugin.name",
			"marketplace.name",
			"mcp_server.name",
			"mcp_tool.name",
		],
	},
	"claude_code.token.usage": {
		attributes: ["type", "model", "query_source", "speed", "effort", "agent.name"],
	},
	"claude_code.code_edit_tool.decision": {
		attributes: ["tool_name", "decision", "source", "language"],
	},
	"claude_code.active_time.total": {
		attributes: ["type"],
	},
};

/** Events of Claude Code, in the app's Code tab, too. */
export const claudeCodeEvents: Signals = {
	user_prompt: {
		attributes: ["prompt_length", "message.uuid", "command_source"],
		content: {
			prompt: ["userPrompts"],
			command_name: ["toolDetails"],
		},
	},
	assistant_response: {
		attributes: ["response_length", "model", "request_id", "message.uuid", "query_source"],
		content: {
			response: ["assistantResponses", "userPrompts"],
		},
		since: "2.1.193",
	},
	tool_result: {
		attributes: [
			"tool_name",
			"tool_use_id",
			"success",
			"duration_ms",
			"error_type",
			"decision_type",
			"decision_source",
			"tool_input_size_bytes",
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
			"cost_usd_micros",
			"duration_ms",
			"input_tokens",
			"output_tokens",
			"cache_read_tokens",
			"cache_creation_tokens",
			"request_id",
			"client_request_id",
			"speed",
			"query_source",
			"effort",
			"agent.name",
		],
	},
	api_error: {
		attributes: [
			"model",
			"error",
			"status_code",
			"duration_ms",
			"attempt",
			"request_id",
			"client_request_id",
			"speed",
			"query_source",
			"effort",
			"agent.name",
		],
	},
	api_refusal: {
		attributes: [
			"model",
			"request_id",
			"query_source",
			"speed",
			"attempt",
			"effort",
			"server_fallback_hop",
			"has_category",
			"has_explanation",
			"agent.name",
		],
		content: {
			category: ["toolDetails"],
		},
	},
	api_request_body: {
		attributes: ["body_truncated", "model", "query_source"],
		content: {
			body: ["rawApiBodies"],
			body_ref: ["rawApiBodies"],
			body_length: ["rawApiBodies"],
		},
		gatedBy: ["rawApiBodies"],
	},
	api_response_body: {
		attributes: ["body_truncated", "model", "query_source", "request_id"],
		content: {
			body: ["rawApiBodies"],
			body_ref: ["rawApiBodies"],
			body_length: ["rawApiBodies"],
		},
		gatedBy: ["rawApiBodies"],
	},
	tool_decision: {
		attributes: ["tool_name", "tool_use_id", "decision", "tool_source", "source"],
		content: {
			tool_parameters: ["toolDetails"],
		},
	},
	permission_mode_changed: {
		attributes: ["from_mode", "to_mode", "trigger"],
	},
	auth: {
		attributes: ["action", "success", "auth_method", "error_category", "status_code"],
	},
	mcp_server_connection: {
		attributes: [
			"status",
			"transport_type",
			"server_scope",
			"duration_ms",
			"error_code",
			"is_plugin",
			"plugin_id_hash",
		],
		content: {
			"plugin.name": ["toolDetails"],
			server_name: ["toolDetails"],
			error: ["toolDetails"],
		},
	},
	internal_error: {
		attributes: ["error_name", "error_code"],
	},
	plugin_installed: {
		attributes: ["marketplace.is_official", "install.trigger"],
		content: {
			"plugin.name": ["toolDetails"],
			"plugin.version": ["toolDetails"],
			"marketplace.name": ["toolDetails"],
		},
	},
	plugin_loaded: {
		attributes: [
			"marketplace.name",
			"plugin.version",
			"plugin.scope",
			"enabled_via",
			"plugin_id_hash",
			"has_hooks",
			"has_mcp",
			"host_owned_mcp",
			"skill_path_count",
			"command_path_count",
			"agent_path_count",
			"safe_mode",
		],
		content: {
			"plugin.name": ["toolDetails"],
		},
	},
	skill_activated: {
		attributes: ["invocation_trigger", "skill.source", "skill.kind"],
		content: {
			"skill.name": ["toolDetails"],
			"plugin.name": ["toolDetails"],
			"marketplace.name": ["toolDetails"],
		},
	},
	at_mention: {
		attributes: ["mention_type", "success"],
	},
	api_retries_exhausted: {
		attributes: ["model", "error", "status_code", "total_attempts", "total_retry_duration_ms", "speed"],
	},
	hook_registered: {
		attributes: ["hook_event", "hook_type", "hook_source", "safe_mode", "plugin_id_hash"],
		content: {
			hook_matcher: ["toolDetails"],
			"plugin.name": ["toolDetails"],
		},
	},
	hook_execution_start: {
		attributes: ["hook_event", "hook_name", "num_hooks", "managed_only", "hook_source", "safe_mode"],
		content: {
			hook_definitions: ["toolDetails"],
		},
	},
	hook_execution_complete: {
		attributes: [
			"hook_event",
			"hook_name",
			"num_hooks",
			"num_success",
			"num_blocking",
			"num_non_blocking_error",
			"num_cancelled",
			"total_duration_ms",
			"managed_only",
			"hook_source",
			"safe_mode",
		],
		content: {
			hook_definitions: ["toolDetails"],
		},
	},
	hook_plugin_metrics: {
		attributes: ["plugin_id", "hook_event"],
	},
	compaction: {
		attributes: ["trigger", "success", "duration_ms", "pre_tokens", "post_tokens", "error", "precompute_reuse"],
	},
	subagent_completed: {
		attributes: [
			"agent.source",
			"is_built_in",
			"is_async",
			"total_tokens",
			"total_tool_uses",
			"duration_ms",
			"model",
			"final_model",
			"model_swapped",
		],
		content: {
			agent_type: ["toolDetails"],
			plugin_id_hash: ["toolDetails"],
		},
	},
	feedback_survey: {
		attributes: ["event_type", "appearance_id", "survey_type", "response", "enabled_via_override"],
	},
	retention_sweep: {
		attributes: [
			"result",
			"period_days",
			"used_default",
			"skip_reason",
			"transcripts_deleted",
			"session_files_deleted",
			"artifacts_deleted",
			"files_retained_fresh",
			"files_past_cutoff",
			"error_count",
		],
		since: "2.1.227",
	},
	managed_settings_resolved: {
		attributes: [],
		since: "2.1.274",
	},
};

/** Spans of Claude Code. */
export const spans: Signals = {
	"claude_code.interaction": {
		attributes: ["user_prompt_length", "interaction.sequence", "interaction.duration_ms"],
		content: {
			user_prompt: ["userPrompts"],
		},
	},
	"claude_code.llm_request": {
		attributes: [
			"model",
			"gen_ai.system",
			"gen_ai.request.model",
			"query_source",
			"agent_id",
			"parent_agent_id",
			"workflow.run_id",
			"speed",
			"llm_request.context",
			"duration_ms",
			"ttft_ms",
			"input_tokens",
			"output_tokens",
			"cache_read_tokens",
			"cache_creation_tokens",
			"request_id",
			"gen_ai.response.id",
			"client_request_id",
			"attempt",
			"success",
			"status_code",
			"error",
			"response.has_tool_call",
			"stop_reason",
			"gen_ai.response.finish_reasons",
		],
		content: {
			"workflow.name": ["toolDetails"],
		},
	},
	"claude_code.tool": {
		attributes: [
			"tool_name",
			"duration_ms",
			"result_tokens",
			"agent_id",
			"parent_agent_id",
			"workflow.run_id",
			"tool_use_id",
			"gen_ai.tool.call.id",
		],
		content: {
			"workflow.name": ["toolDetails"],
			file_path: ["toolDetails"],
			full_command: ["toolDetails"],
			skill_name: ["toolDetails"],
			subagent_type: ["toolDetails"],
		},
	},
	"claude_code.tool.blocked_on_user": {
		attributes: ["duration_ms", "decision", "source"],
	},
	"claude_code.tool.execution": {
		attributes: ["duration_ms", "tool_use_id", "gen_ai.tool.call.id", "success"],
		content: {
			error: ["toolDetails"],
		},
	},
	"claude_code.hook": {
		attributes: [
			"hook_event",
			"hook_name",
			"num_hooks",
			"duration_ms",
			"num_success",
			"num_blocking",
			"num_non_blocking_error",
			"num_cancelled",
		],
		content: {
			hook_definitions: ["toolDetails"],
		},
	},
};
