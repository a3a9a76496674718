import { describe, expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const known =
	"Bash Read Write Edit Glob Grep NotebookEdit WebFetch WebSearch Task TodoWrite TaskCreate TaskUpdate TaskGet TaskList TaskStop Skill REPL JavaScript AskUserQuestion ToolSearch SendUserMessage".split(
		" ",
	);

test("every tool that the documentation names is known", () => {
	expect(ruleProblems({ disabledBuiltinTools: known })).toEqual([]);
	expect(ruleProblems({ builtinToolPolicy: Object.fromEntries(known.map((tool) => [tool, "ask"])) })).toEqual([]);
});

test("scoped rules, also of MCP tools, are in order", () => {
	const rules = ["Bash(curl *)", "Read(//**/.env)", "Edit(//**/*.env)", "Bash(command:rm *)", "mcp__github__push"];
	expect(ruleProblems({ disabledBuiltinTools: rules })).toEqual([]);
	expect(ruleProblems({ builtinToolPolicy: Object.fromEntries(rules.map((rule) => [rule, "allow"])) })).toEqual([]);
});

describe("tools that stay as they were", () => {
	const ignored = "an app that does not know it either ignores the entry";
	test.each<RuleCase>([
		[
			{ disabledBuiltinTools: ["bash"] },
			{},
			['settings.disabledBuiltinTools[0]: unknown tool "bash"; did you mean "Bash"?'],
		],
		[
			{ disabledBuiltinTools: ["Bash", "WebSerach"] },
			{},
			['settings.disabledBuiltinTools[1]: unknown tool "WebSerach"; did you mean "WebSearch"?'],
		],
		[
			{ disabledBuiltinTools: ["Reed(//**/.env)"] },
			{},
			['settings.disabledBuiltinTools[0]: unknown tool "Reed"; did you mean "Read"?'],
		],
		[
			{ disabledBuiltinTools: ["computer-use"] },
			{},
			[`warning: settings.disabledBuiltinTools[0]: unknown tool "computer-use"; ${ignored}`],
		],
		[
			{ disabledBuiltinTools: ["WebFetch(example.com)"] },
			{},
			["settings.disabledBuiltinTools[0]: WebFetch takes no scope; write WebFetch alone"],
		],
		[
			{ disabledBuiltinTools: ["WebSearch(x)"] },
			{},
			["settings.disabledBuiltinTools[0]: WebSearch takes no scope; write WebSearch alone"],
		],
		[
			{ builtinToolPolicy: { bash: "ask" } },
			{},
			['settings.builtinToolPolicy.bash: unknown tool "bash"; did you mean "Bash"?'],
		],
		[
			{ builtinToolPolicy: { "Bahs(git *)": "allow" } },
			{},
			['settings.builtinToolPolicy["Bahs(git *)"]: unknown tool "Bahs"; did you mean "Bash"?'],
		],
		[
			{ builtinToolPolicy: { Teleport: "ask" } },
			{},
			[`warning: settings.builtinToolPolicy.Teleport: unknown tool "Teleport"; ${ignored}`],
		],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

describe("web search", () => {
	const managedMcpServers = [
		{ server: "github", clientId: "a" },
		{ server: "websearch", provider: "exa" },
	];
	test("taken away, the built-in server goes with it", () => {
		expect(ruleProblems({ disabledBuiltinTools: ["WebSearch"], managedMcpServers })).toEqual([
			"warning: settings.managedMcpServers[1]: has no effect: disabledBuiltinTools names WebSearch, which disables this server too; remove one",
		]);
	});

	test("left alone, so is the server", () => {
		expect(ruleProblems({ disabledBuiltinTools: ["WebFetch"], managedMcpServers })).toEqual([]);
		expect(ruleProblems({ managedMcpServers })).toEqual([]);
	});
});
