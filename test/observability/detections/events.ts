import type { detections } from "../../../src/observability/detections/index.js";
import { harmlessCommands, riskyCommands } from "./commands.js";
import type { Event } from "./sigma-evaluator.js";

/** As Claude Code sends it where details of tools are captured. https://code.claude.com/docs/en/monitoring-usage */
function accepted(command: string): Event {
	const [program = ""] = command.split(" ");
	const tool_parameters = JSON.stringify({ bash_command: program, full_command: command, description: "Deploy it" });
	return { "event.name": "tool_decision", tool_name: "Bash", decision: "accept", tool_parameters };
}

/** Events that each rule fires on, and others that it stays silent on, each one difference away. */
export const cases: Readonly<
	Record<keyof typeof detections, readonly [fires: readonly Event[], silent: readonly Event[]]>
> = {
	"bypassed-permissions": [
		[{ "event.name": "permission_mode_changed", to_mode: "bypassPermissions", "deployment.environment": "laptops" }],
		[
			{ "event.name": "permission_mode_changed", to_mode: "bypassPermissions", "deployment.environment": "containers" },
			{ "event.name": "permission_mode_changed", to_mode: "plan", "deployment.environment": "laptops" },
		],
	],
	"risky-command": [
		riskyCommands.map(accepted),
		[
			...harmlessCommands.map(accepted),
			{ ...accepted("terraform apply"), decision: "reject" },
			{ ...accepted("terraform apply"), "event.name": "tool_result" },
			{ ...accepted("terraform apply"), tool_name: "Read" },
		],
	],
	"unapproved-mcp-scope": [
		[{ "event.name": "tool_result", tool_name: "mcp_tool", mcp_server_scope: "user" }],
		[
			{ "event.name": "tool_result", tool_name: "mcp_tool", mcp_server_scope: "managed" },
			{ "event.name": "tool_result", tool_name: "Read" },
		],
	],
	"unapproved-mcp-server": [
		[
			{ "event.name": "mcp_server_connection", server_name: "strangers", status: "connected", "cowork.group": "pilot" },
			{ "event.name": "mcp_server_connection", server_name: "notes", status: "connected", "cowork.group": "others" },
			{ "event.name": "mcp_server_connection", server_name: "notes", status: "connected" },
			{ "event.name": "mcp_server_connection", server_name: "notes-2", status: "connected", "cowork.group": "pilot" },
		],
		[
			{ "event.name": "mcp_server_connection", server_name: "notes", status: "connected", "cowork.group": "pilot" },
			{ "event.name": "mcp_server_connection", server_name: "Team wiki", status: "connected", "cowork.group": "pilot" },
			{ "event.name": "mcp_server_connection", server_name: "Team-wiki", status: "connected", "cowork.group": "pilot" },
			{ "event.name": "mcp_server_connection", server_name: "plugin:tracker:tracker", status: "connected" },
			{ "event.name": "mcp_server_connection", server_name: "strangers", status: "failed", "cowork.group": "pilot" },
			{ "event.name": "mcp_server_connection", status: "connected", "cowork.group": "pilot" },
		],
	],
	"hook-stopped-sensitive": [
		[{ "event.name": "hook_execution_complete", num_blocking: 1, "repository.tier": "sensitive" }],
		[
			{ "event.name": "hook_execution_complete", num_blocking: 0, "repository.tier": "sensitive" },
			{ "event.name": "hook_execution_complete", num_blocking: 1, "repository.tier": "open" },
		],
	],
	"failing-hook": [
		[{ "event.name": "hook_execution_complete", num_non_blocking_error: 2, hook_name: "guard" }],
		[{ "event.name": "hook_execution_complete", num_non_blocking_error: 0, hook_name: "guard" }],
	],
	"project-mcp-server": [
		[
			{
				"event.name": "mcp_server_connection",
				server_scope: "project",
				status: "connected",
				"repository.tier": "sensitive",
			},
		],
		[
			{
				"event.name": "mcp_server_connection",
				server_scope: "managed",
				status: "connected",
				"repository.tier": "sensitive",
			},
			{
				"event.name": "mcp_server_connection",
				server_scope: "project",
				status: "failed",
				"repository.tier": "sensitive",
			},
		],
	],
	"unexpected-marketplace": [
		[{ "event.name": "plugin_installed", "marketplace.is_official": "false", "marketplace.name": "strangers" }],
		[
			{ "event.name": "plugin_installed", "marketplace.is_official": "false", "marketplace.name": "acme" },
			{ "event.name": "plugin_installed", "marketplace.is_official": "true", "marketplace.name": "claude" },
		],
	],
	"exhausted-retries": [
		[{ "event.name": "api_retries_exhausted", model: "m" }],
		[{ "event.name": "api_error", model: "m" }],
	],
	"high-cost": [[{ "event.name": "api_request", cost_usd: 3 }], [{ "event.name": "api_error", cost_usd: 3 }]],
	"host-outside-list": [
		[
			{
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: '{"url":"https://paste.example.net/x"}',
			},
			...[
				"https://docs.example.com.evil.example/x",
				"https://paste.example.net/?to=https://docs.example.com/",
				"https://a.example.organic.example/x",
				"https://paste.example.net/?to=.example.org/",
				"https://docs.example.com:443@paste.example.net/x",
				"https://a.example.org@paste.example.net/x",
			].map((url) => ({
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: JSON.stringify({ url, prompt: "read it" }),
			})),
		],
		[
			{
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: '{"url":"https://docs.example.com/x"}',
			},
			{
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: '{"url":"https://a.b.example.org"}',
			},
			...["https://docs.example.com:8443/x", "http://docs.example.com?x=1", "https://a.example.org#x"].map((url) => ({
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: JSON.stringify({ prompt: "read it", url }),
			})),
			{
				"event.name": "tool_result",
				tool_name: "Read",
				success: "true",
				"cowork.group": "pilot",
				tool_input: "https://x",
			},
		],
	],
	"disabled-tool": [
		[{ "event.name": "tool_result", tool_name: "WebSearch", "cowork.group": "pilot" }],
		[
			{ "event.name": "tool_result", tool_name: "WebSearch", "cowork.group": "others" },
			{ "event.name": "tool_result", tool_name: "Read", "cowork.group": "pilot" },
		],
	],
	"content-switched-on": [
		[{ "event.name": "api_request_body", "cowork.tier": "metadata" }],
		[
			{ "event.name": "api_request_body", "cowork.tier": "forensic" },
			{ "event.name": "api_request", "cowork.tier": "metadata" },
		],
	],
};
