import { lineProblems } from "../../configuration/values/text.js";
import { nearestName } from "../../nearest-name.js";
import { error, type Problem, warning } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";
import { olderToolNames, toolNames } from "./tool-names.js";

const form = /^([A-Za-z][A-Za-z0-9]*|mcp__[A-Za-z0-9_.*-]+)(?:\((.+)\))?$/;
const tools = [...toolNames, ...olderToolNames];

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

/** Tools on files whose own scope is never looked at, by the tool whose rules hold for them. */
const scopedBy: Readonly<Record<string, string>> = {
	Write: "Edit",
	NotebookEdit: "Edit",
	MultiEdit: "Edit",
	Glob: "Read",
	NotebookRead: "Read",
};

/** What a tool is used on, which no rule may name as one of its parameters. */
const contentFields: Readonly<Record<string, string>> = {
	Bash: "command",
	PowerShell: "command",
	Read: "file_path",
	Edit: "file_path",
	Write: "file_path",
	Grep: "path",
	Glob: "path",
	NotebookEdit: "notebook_path",
	WebFetch: "url",
};

/** https://code.claude.com/docs/en/permissions#permission-rule-syntax: Claude Code takes such rules and ignores them. */
function scopeProblems(tool: string, scope: string | undefined): readonly Problem[] {
	if (scope === undefined) return [];
	const [, parameter] = /^([A-Za-z_]+)\s*:/.exec(scope) ?? [];
	if (parameter !== undefined && parameter === contentFields[tool]) {
		const message = `names ${parameter} as a parameter, which Claude Code ignores; write what follows it alone`;
		return [error("tool-scope", [], message)];
	}
	const other = scopedBy[tool];
	if (other !== undefined && parameter === undefined && scope !== "*") {
		const message = `has a path that Claude Code never looks at; write it as a rule of ${other}, which holds for ${tool} as well`;
		return [error("tool-scope", [], message)];
	}
	if (tool === "WebSearch" && parameter === undefined && scope !== "*") {
		return [error("tool-scope", [], "has a scope, and WebSearch takes none; remove it")];
	}
	if (tool === "WebFetch" && !/^domain:\S+$/.test(scope)) {
		return [error("tool-scope", [], "is no scope of WebFetch; expected WebFetch(domain:host)")];
	}
	if (tool !== "Read" && tool !== "Edit") return [];
	if (!/^\/(?!\/)/.test(scope)) return [];
	const message = "begins with one slash, which is relative to where the settings stand; an absolute path begins //";
	return [warning("relative-scope", [], message)];
}
