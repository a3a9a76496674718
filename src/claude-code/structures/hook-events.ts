import { nearestName } from "../../nearest-name.js";
import { error, type Problem, warning } from "../../problem.js";

/** Events of a tool's use, the only ones at which a hook's `if` is asked. */
export const toolEvents = [
	"PermissionDenied",
	"PermissionRequest",
	"PostToolUse",
	"PostToolUseFailure",
	"PreToolUse",
] as const;

/**
 * https://code.claude.com/docs/en/hooks#hook-lifecycle as of 2026-08-22; the last three are names of `HOOK_EVENTS` in the
 * types of @anthropic-ai/claude-agent-sdk 0.3.332, which that page is older than.
 */
const events: readonly string[] = [
	...toolEvents,
	"ConfigChange",
	"CwdChanged",
	"DirectoryAdded",
	"Elicitation",
	"ElicitationResult",
	"FileChanged",
	"InstructionsLoaded",
	"MessageDisplay",
	"Notification",
	"PostCompact",
	"PostToolBatch",
	"PreCompact",
	"SessionEnd",
	"SessionStart",
	"Setup",
	"Stop",
	"StopFailure",
	"SubagentStart",
	"SubagentStop",
	"TaskCompleted",
	"TaskCreated",
	"TeammateIdle",
	"UserPromptExpansion",
	"UserPromptSubmit",
	"WorktreeCreate",
	"WorktreeRemove",
	"PostModelSwitch",
	"PreModelSwitch",
	"PreSkillShellCommand",
];

/** A misspelt event never comes, so that whatever its hook was to stop goes on. */
export function checkEvent(event: string): Problem[] {
	if (events.includes(event)) return [];
	const near = nearestName(event, events);
	if (near !== undefined) return [error("unknown-event", [event], `unknown event; did you mean "${near}"?`)];
	return [
		warning("unknown-event", [event], "is an event that is not known; where none has the name its hooks never run"),
	];
}
