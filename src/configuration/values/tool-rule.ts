import { nearestName } from "../../nearest-name.js";
import { error, type Problem, warning } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";
import { lineProblems } from "./text.js";

/** https://claude.com/docs/third-party/claude-desktop/configuration#disabledbuiltintools */
const builtinTools = [
	"Bash",
	"Read",
	"Write",
	"Edit",
	"Glob",
	"Grep",
	"NotebookEdit",
	"WebFetch",
	"WebSearch",
	"Task",
	"TodoWrite",
	"TaskCreate",
	"TaskUpdate",
	"TaskGet",
	"TaskList",
	"TaskStop",
	"Skill",
	"REPL",
	"JavaScript",
	"AskUserQuestion",
	"ToolSearch",
	"SendUserMessage",
];
const webTools = ["WebSearch", "WebFetch"];
const fileTools = ["Write", "Grep", "Glob", "NotebookEdit"];

/** What a list of tools that are taken away, and a list of those that ask first, do with a rule they cannot use. */
interface RuleWords {
	/** A name that no app is known to have. */
	readonly unknown: (message: string) => Problem;
	/** What is the case then, after a colon. */
	readonly unusable: string;
}

const disabled: RuleWords = {
	unknown: (message) =>
		warning("unknown-tool", [], `${message}; an app that does not know it either ignores the entry`),
	unusable: "it takes away nothing",
};

const policy: RuleWords = {
	unknown: (message) => error("unknown-tool", [], `${message}: Claude Desktop drops the rule`),
	unusable: "Claude Desktop drops the rule, and the tool runs unprompted",
};

/** A tool's name, alone or with a scope as in `Bash(curl *)`. */
function toolRule(words: RuleWords, older: string): TextShape {
	return {
		...text(lineProblems, (rule) => {
			const [, tool, scope] = /^([A-Za-z][A-Za-z0-9_-]*)(?:\((.+)\))?$/.exec(rule) ?? [];
			if (tool === undefined) {
				const message = "is no tool rule; expected a tool's name, alone or with a scope as in Bash(curl *)";
				return [error("tool-rule", [], message)];
			}
			if (!builtinTools.includes(tool)) return [words.unknown(unknownTool(tool))];
			return scope === undefined ? [] : scopeProblems(tool, scope, words);
		}),
		someVersions: [
			{
				code: "scoped-tool-rule",
				versions: { until: "1.37937.0" },
				concerns: (rule) => typeof rule === "string" && rule.includes("("),
				message: `is a scoped rule, ${older}`,
			},
		],
	};
}

function unknownTool(tool: string): string {
	if (tool.startsWith("mcp__")) return "names a tool of an MCP server, which goes into that server's toolPolicy";
	const near = nearestName(tool, builtinTools);
	return near === undefined ? "is no built-in tool" : `is no built-in tool; did you mean "${near}"?`;
}

/** A condition on one of the tool's parameters, such as `name:*.sh`. */
const fieldPattern = /^[A-Za-z_]\w*:.+$/;

function scopeProblems(tool: string, scope: string, { unusable }: RuleWords): Problem[] {
	const wrong = (message: string) => [error("tool-scope", [], `${message}: ${unusable}`)];
	if (webTools.includes(tool)) return wrong(`is for ${tool}, which takes no scope; write ${tool} alone`);
	if (tool === "Bash") return [];
	if (tool === "Read" || tool === "Edit") return pathScope(scope);
	if (fieldPattern.test(scope)) return [];
	if (fileTools.includes(tool)) return wrong(`is for ${tool}, while files are scoped by Read(...) and Edit(...)`);
	return wrong(`is no scope that ${tool} takes; expected ${tool}(field:pattern)`);
}

function pathScope(scope: string): Problem[] {
	if (/^\/(?!\/)/.test(scope)) {
		const message = "begins with one slash, which is relative to where the settings stand; an absolute path begins //";
		return [warning("relative-scope", [], message)];
	}
	if (!scope.startsWith("**")) return [];
	return [warning("relative-scope", [], "holds in the project of a Code session alone; for every folder begin //**")];
}

/** An entry of `disabledBuiltinTools`. */
export const disabledTool = toolRule(disabled, "which apps before 1.37937.0 match with nothing");

/** A name in `builtinToolPolicy`. */
export const toolOfPolicy = toolRule(
	policy,
	"which apps before 1.37937.0 drop, so that the tool runs unprompted there",
);
