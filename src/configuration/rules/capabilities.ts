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

function tabs(view: ConfigurationView): Problem[] {
	const cowork = view.value("coworkTabEnabled") !== false;
	const code = view.value("isClaudeCodeForDesktopEnabled") !== false;
	if (cowork || code || view.value("chatTabEnabled") === true) return [];
	return [
		view.error(
			"coworkTabEnabled",
			"all three tabs are off, so the app would turn Cowork back on; leave one of chatTabEnabled, coworkTabEnabled, isClaudeCodeForDesktopEnabled on",
		),
	];
}

/** A misspelt tool stays available, so what is nearly a tool's name is an error; what is nothing like one may be new. */
function toolNames(view: ConfigurationView): Problem[] {
	return view.list("disabledBuiltinTools").flatMap((entry, index) => {
		if (typeof entry !== "string") return [];
		const [name = "", scope] = entry.split(/(?=\()/, 2);
		if (scope !== undefined && onlyBare.includes(name)) {
			return [view.error("disabledBuiltinTools", `${name} takes no scope; write ${name} alone`, index)];
		}
		if (builtinTools.includes(name) || name.startsWith("mcp__")) return [];
		const near = nearestName(name, builtinTools);
		if (near) return [view.error("disabledBuiltinTools", `unknown tool "${name}"; did you mean "${near}"?`, index)];
		return [
			view.warning("disabledBuiltinTools", `unknown tool "${name}"; the app ignores it unless it knows it`, index),
		];
	});
}

function webSearch(view: ConfigurationView): Problem[] {
	if (!view.list("disabledBuiltinTools").includes("WebSearch")) return [];
	return view
		.list("managedMcpServers")
		.flatMap((server, index) =>
			isObject(server) && server.server === "websearch"
				? [
						view.warning(
							"managedMcpServers",
							"has no effect: disabledBuiltinTools names WebSearch, which also disables this server",
							index,
						),
					]
				: [],
		);
}

function browserLists(view: ConfigurationView): Problem[] {
	if (view.value("builtinBrowserEnabled") === true) return [];
	return ["builtinBrowserDefaultDomainPolicy", "builtinBrowserAllowedDomains", "builtinBrowserBlockedDomains"]
		.filter((key) => view.has(key))
		.map((key) => view.warning(key, "has no effect without builtinBrowserEnabled: true"));
}

function openSandbox(view: ConfigurationView): Problem[] {
	const hosts = view.list("coworkEgressAllowedHosts");
	const problems = hosts.includes("*")
		? [
				view.warning(
					"coworkEgressAllowedHosts",
					'"*" turns filtering off: the agent may reach every host the perimeter allows',
				),
			]
		: [];
	const ports = hosts.flatMap((host, index) =>
		typeof host === "string" && /:\d+$/.test(host)
			? [
					view.warning(
						"coworkEgressAllowedHosts",
						"names a port; older apps discard the whole list for the shell and package tools",
						index,
					),
				]
			: [],
	);
	return [...problems, ...ports];
}

function openSsh(view: ConfigurationView): Problem[] {
	return view.list("sshHostAllowlist").includes("*")
		? [
				view.warning(
					"sshHostAllowlist",
					'"*" lets Code sessions connect to every host; the perimeter list cannot name them',
				),
			]
		: [];
}

/** What section 9 of the facts says of tools, and section 7 of tabs. */
export const capabilityRules: readonly Rule[] = [tabs, toolNames, webSearch, browserLists, openSandbox, openSsh];
