import { isObject } from "../../json.js";
import { nearestName } from "../../nearest-name.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

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
const onlyBare = ["WebSearch", "WebFetch"];

function disabledTools(view: ConfigurationView): Problem[] {
	return view.list("disabledBuiltinTools").flatMap((rule, index) => {
		if (typeof rule !== "string") return [];
		const tool = toolOf(rule);
		if (tool !== rule && onlyBare.includes(tool)) {
			return [view.error("tool-scope", "disabledBuiltinTools", `${tool} takes no scope; write ${tool} alone`, index)];
		}
		return checkTool(view, "disabledBuiltinTools", tool, index);
	});
}

function toolPolicy(view: ConfigurationView): Problem[] {
	const policy = view.value("builtinToolPolicy");
	if (!isObject(policy)) return [];
	return Object.keys(policy).flatMap((rule) => checkTool(view, "builtinToolPolicy", toolOf(rule), rule));
}

function toolOf(rule: string): string {
	const [tool = ""] = rule.split("(", 1);
	return tool;
}

/** A misspelt tool stays as it was, so what is nearly a tool's name is an error; what is nothing like one may be new. */
function checkTool(view: ConfigurationView, key: string, tool: string, place: string | number): Problem[] {
	if (builtinTools.includes(tool) || tool.startsWith("mcp__")) return [];
	const near = nearestName(tool, builtinTools);
	const unknown = `unknown tool ${JSON.stringify(tool.slice(0, 60))}`;
	return [
		near
			? view.error("unknown-tool", key, `${unknown}; did you mean "${near}"?`, place)
			: view.warning("unknown-tool", key, `${unknown}; an app that does not know it either ignores the entry`, place),
	];
}

function webSearch(view: ConfigurationView): Problem[] {
	if (!view.list("disabledBuiltinTools").includes("WebSearch")) return [];
	const message = "has no effect: disabledBuiltinTools names WebSearch, which disables this server too; remove one";
	return view
		.list("managedMcpServers")
		.flatMap((server, index) =>
			isObject(server) && server.server === "websearch"
				? [view.warning("web-search-disabled", "managedMcpServers", message, index)]
				: [],
		);
}

/** https://claude.com/docs/third-party/claude-desktop/web-tools. */
export const toolRules: readonly Rule[] = [disabledTools, toolPolicy, webSearch];
