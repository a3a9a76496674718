import { describe, expect, test } from "vitest";
import { settingProblems } from "../support/setting-problems.js";

const known =
	"Bash Read Write Edit Glob Grep NotebookEdit WebFetch WebSearch Task TodoWrite TaskCreate TaskUpdate TaskGet TaskList TaskStop Skill REPL JavaScript AskUserQuestion ToolSearch SendUserMessage".split(
		" ",
	);
const asked = (rules: readonly string[], answer: string) => Object.fromEntries(rules.map((rule) => [rule, answer]));

test("every tool that the documentation names is known", () => {
	expect(settingProblems("disabledBuiltinTools", known)).toEqual([]);
	expect(settingProblems("builtinToolPolicy", asked(known, "ask"))).toEqual([]);
});

test("scoped rules are in order", () => {
	const rules = ["Bash(curl *)", "Read(//**/.env)", "Edit(~/notes/**)", "Bash(command:rm *)", "Skill(name:deploy*)"];
	expect(settingProblems("disabledBuiltinTools", rules)).toEqual([]);
	expect(settingProblems("builtinToolPolicy", asked(rules, "allow"))).toEqual([]);
});

describe("rules that apps cannot use", () => {
	const ignored = "an app that does not know it either ignores the entry";
	const nothing = "it takes away nothing";
	test.each([
		["bash", `warning: disabledBuiltinTools[0]: is no built-in tool; did you mean "Bash"?; ${ignored}`],
		["Reed(//**/.env)", `warning: disabledBuiltinTools[0]: is no built-in tool; did you mean "Read"?; ${ignored}`],
		["computer-use", `warning: disabledBuiltinTools[0]: is no built-in tool; ${ignored}`],
		[
			"mcp__github__push",
			`warning: disabledBuiltinTools[0]: names a tool of an MCP server, which goes into that server's toolPolicy; ${ignored}`,
		],
		[
			"WebFetch(domain:example.com)",
			`disabledBuiltinTools[0]: is for WebFetch, which takes no scope; write WebFetch alone: ${nothing}`,
		],
		[
			"WebSearch(x)",
			`disabledBuiltinTools[0]: is for WebSearch, which takes no scope; write WebSearch alone: ${nothing}`,
		],
		[
			"NotebookEdit(//data/ledger/**)",
			`disabledBuiltinTools[0]: is for NotebookEdit, while files are scoped by Read(...) and Edit(...): ${nothing}`,
		],
		["Task(deploy)", `disabledBuiltinTools[0]: is no scope that Task takes; expected Task(field:pattern): ${nothing}`],
		[
			"Edit(/var/lib/**)",
			"warning: disabledBuiltinTools[0]: begins with one slash, which is relative to where the settings stand; an absolute path begins //",
		],
		[
			"Read(**/.env)",
			"warning: disabledBuiltinTools[0]: holds in the project of a Code session alone; for every folder begin //**",
		],
		[
			"Bash(",
			"disabledBuiltinTools[0]: is no tool rule; expected a tool's name, alone or with a scope as in Bash(curl *)",
		],
	])("%s", (rule, message) => {
		expect(settingProblems("disabledBuiltinTools", [rule])).toEqual([message]);
	});

	const unprompted = "Claude Desktop drops the rule, and the tool runs unprompted";
	test.each([
		["bash", 'builtinToolPolicy.bash: is no built-in tool; did you mean "Bash"?: Claude Desktop drops the rule'],
		["Teleport", "builtinToolPolicy.Teleport: is no built-in tool: Claude Desktop drops the rule"],
		[
			"WebFetch(domain:docs.example.com)",
			`builtinToolPolicy["WebFetch(domain:docs.example.com)"]: is for WebFetch, which takes no scope; write WebFetch alone: ${unprompted}`,
		],
	])("%s asks for nothing", (rule, message) => {
		expect(settingProblems("builtinToolPolicy", { [rule]: "ask" })).toEqual([message]);
	});
});
