import { lineProblems } from "../../configuration/values/text.js";
import { nearestName } from "../../nearest-name.js";
import { error, type Problem, warning } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";

/** https://code.claude.com/docs/en/settings#tools-available-to-claude */
const tools = [
	"Agent",
	"AskUserQuestion",
	"Bash",
	"BashOutput",
	"Edit",
	"EnterPlanMode",
	"ExitPlanMode",
	"Glob",
	"Grep",
	"KillShell",
	"LSP",
	"MultiEdit",
	"NotebookEdit",
	"NotebookRead",
	"PowerShell",
	"Read",
	"Skill",
	"SlashCommand",
	"Task",
	"TodoWrite",
	"ToolSearch",
	"WebFetch",
	"WebSearch",
	"Write",
];

const form = /^([A-Za-z][A-Za-z0-9]*|mcp__[A-Za-z0-9_.*-]+)(?:\((.+)\))?$/;

/** A rule of `permissions`: a tool's name, alone or with what it is used on, as in `Read(~/.ssh/**)`. */
export const permissionRule: TextShape = text(lineProblems, (rule) => {
	const [, tool, scope] = form.exec(rule) ?? [];
	if (tool === undefined) {
		const message = "is no permission rule; expected a tool's name, alone or with a scope as in Read(~/.ssh/**)";
		return [error("permission-rule", [], message)];
	}
	if (tools.includes(tool) || tool.startsWith("mcp__")) return scopeProblems(tool, scope);
	const near = nearestName(tool, tools);
	// A misspelt rule of `deny` refuses nothing.
	if (near !== undefined) return [error("unknown-tool", [], `is no tool of Claude Code; did you mean "${near}"?`)];
	return [warning("unknown-tool", [], "names a tool that is not known; where no tool has the name it does nothing")];
});

/** The tool that a rule is for; undefined where it is none. */
export function toolOfRule(rule: string): string | undefined {
	return form.exec(rule)?.[1];
}

/** Files are scoped by `Read` and `Edit`, which hold for every tool that reads or writes them. */
function scopeProblems(tool: string, scope: string | undefined): readonly Problem[] {
	if (scope === undefined) return [];
	if (tool === "WebFetch" && !/^domain:\S+$/.test(scope)) {
		return [error("tool-scope", [], "is no scope of WebFetch; expected WebFetch(domain:host)")];
	}
	if (tool !== "Read" && tool !== "Edit") return [];
	if (!/^\/(?!\/)/.test(scope)) return [];
	const message = "begins with one slash, which is relative to where the settings stand; an absolute path begins //";
	return [warning("relative-scope", [], message)];
}
