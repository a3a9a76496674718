import { describe, expect, test } from "vitest";
import { checkClaudeCode } from "../../src/claude-code/check-claude-code.js";
import { formatProblem } from "../../src/problem.js";

function problemsOf(block: unknown): string[] {
	return checkClaudeCode(block, ["claudeCode"]).map(formatProblem);
}

const inClear =
	"managed settings stand in clear on every device; let a program print it (apiKeyHelper, otelHeadersHelper, headersHelper), or name a variable of the device as $NAME";

test("a block that nothing is wrong with", () => {
	const block = {
		settings: { sandbox: { enabled: true, network: { allowedDomains: ["*.example.com:8443"] } }, cleanupPeriodDays: 7 },
		permissions: {
			deny: ["Read(~/.ssh/**)", "WebFetch(domain:example.com)", "mcp__wiki__*", "Write", "Agent(model:opus)", "Cd"],
			defaultMode: "plan",
		},
		hooks: {
			PreToolUse: [
				{
					matcher: "Bash",
					hooks: [
						{ type: "command", command: "/opt/hooks/check", args: ["--git"], if: "Bash(git *)", timeout: 5 },
						{ type: "mcp_tool", server: "wiki", tool: "log", input: { path: "\u0024{tool_input.file_path}" } },
					],
				},
			],
			PreModelSwitch: [{ hooks: [{ type: "agent", prompt: "May it?", statusMessage: "asking" }] }],
		},
		mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
		env: { DISABLE_TELEMETRY: "1", AWS_REGION: "eu-central-1" },
		denyCredentialPaths: ["~/vault/"],
		switches: "private",
	};
	expect(problemsOf(block)).toEqual([]);
});

describe("names and types", () => {
	test.each<[string, unknown, string[]]>([
		[
			"a setting of a newer version",
			{ settings: { brandNewThing: true } },
			[
				"claudeCode.settings.brandNewThing: is a setting that the catalogue does not know, which holds those of Claude Code up to 2.1.296; one of a newer version goes to extraSettings",
			],
		],
		[
			"a misspelt setting",
			{ settings: { modle: "opus" } },
			['claudeCode.settings.modle: unknown member; did you mean "model"?'],
		],
		["a misspelt member", { permission: {} }, ['claudeCode.permission: unknown member; did you mean "permissions"?']],
		[
			"a misspelt setting three levels deep",
			{ settings: { sandbox: { network: { allowedDomain: [] } } } },
			['claudeCode.settings.sandbox.network.allowedDomain: unknown member; did you mean "allowedDomains"?'],
		],
		[
			"a deprecated spelling",
			{ settings: { disableArtifact: true } },
			["claudeCode.settings.disableArtifact: is deprecated; use enableArtifact"],
		],
		[
			"a setting of each user",
			{ settings: { diffTool: "auto" } },
			[
				"claudeCode.settings.diffTool: stands in the configuration of each user, where no managed setting reaches; remove it",
			],
		],
		[
			"what has a member of its own",
			{ settings: { env: {} } },
			["claudeCode.settings.env: has a member of its own; write it as env of claudeCode"],
		],
		[
			"a bound",
			{ settings: { cleanupPeriodDays: 0 } },
			["claudeCode.settings.cleanupPeriodDays: is 0; expected at least 1"],
		],
		[
			"what would drop the restrictions of Claude Desktop",
			{ settings: { parentSettingsBehavior: "first-wins" } },
			['claudeCode.settings.parentSettingsBehavior: unknown value "first-wins"; expected "merge"'],
		],
		[
			"the only JSON value that is read",
			{ settings: { disableDesktopLocalSessions: false } },
			["claudeCode.settings.disableDesktopLocalSessions: unknown value false; expected true"],
		],
		[
			"a rule for a tool that is misspelt, which would deny nothing",
			{ permissions: { deny: ["bash", "Read("] } },
			[
				'claudeCode.permissions.deny[0]: is no tool of Claude Code; did you mean "Bash"?',
				"claudeCode.permissions.deny[1]: is no permission rule; expected a tool's name, alone or with a scope as in Read(~/.ssh/**)",
			],
		],
		[
			"a hook for an event that is misspelt",
			{ hooks: { PreToolUze: [{ hooks: [{ type: "command", command: "x" }] }] } },
			['claudeCode.hooks.PreToolUze: unknown event; did you mean "PreToolUse"?'],
		],
		[
			"a kind of hook that there is none of",
			{ hooks: { Stop: [{ hooks: [{ type: "shell", command: "x" }] }] } },
			[
				"claudeCode.hooks.Stop[0].hooks[0].type: is no kind of hook; expected one of command, http, mcp_tool, prompt, agent",
			],
		],
		[
			"a condition that a hook of no tool can never fit",
			{ hooks: { Stop: [{ hooks: [{ type: "command", command: "x", if: "Bash(git *)" }] }] } },
			[
				"claudeCode.hooks.Stop[0].hooks[0].if: keeps the hook from ever running, as Stop is no use of a tool; remove it",
			],
		],
		[
			"a condition beside the hooks, where nothing reads it",
			{ hooks: { PreToolUse: [{ if: "Bash(git *)", hooks: [{ type: "command", command: "x" }] }] } },
			["claudeCode.hooks.PreToolUse[0].if: stands with each hook; move it there"],
		],
		[
			"what only skills have",
			{ hooks: { Stop: [{ hooks: [{ type: "command", command: "x", once: true }] }] } },
			["claudeCode.hooks.Stop[0].hooks[0].once: is read in skills alone; remove it"],
		],
		[
			"a header of a variable that stays empty",
			{
				hooks: {
					Stop: [{ hooks: [{ type: "http", url: "https://h.example.com", headers: { "x-team": "\u0024{TEAM}" } }] }],
				},
			},
			[
				'claudeCode.hooks.Stop[0].hooks[0].headers["x-team"]: names TEAM, which stays empty until allowedEnvVars lists it; add it there',
			],
		],
		[
			"scopes that Claude Code takes and ignores",
			{
				permissions: {
					deny: ["Write(//etc/**)", "Glob(secrets/**)", "Bash(command:rm *)", "WebSearch(news)", "WebFetch(url:x)"],
				},
			},
			[
				"claudeCode.permissions.deny[0]: has a path that Claude Code never looks at; write it as a rule of Edit, which holds for Write as well",
				"claudeCode.permissions.deny[1]: has a path that Claude Code never looks at; write it as a rule of Read, which holds for Glob as well",
				"claudeCode.permissions.deny[2]: names command as a parameter, which Claude Code ignores; write what follows it alone",
				"claudeCode.permissions.deny[3]: has a scope, and WebSearch takes none; remove it",
				"claudeCode.permissions.deny[4]: names url as a parameter, which Claude Code ignores; write what follows it alone",
			],
		],
		[
			"a region that is none, which Claude Code takes for not set",
			{ env: { AWS_REGION: "eu central 1" } },
			[
				"claudeCode.env.AWS_REGION: is no name of a region, which has no blank, dot or slash; Claude Code takes it for not set",
			],
		],
		[
			"a match of a server by two forms",
			{ settings: { allowedMcpServers: [{ serverName: "a", serverUrl: "https://a.example" }] } },
			["claudeCode.settings.allowedMcpServers[0]: needs exactly one form; has serverName and serverUrl"],
		],
		[
			"a variable that is misspelt, which would switch nothing off",
			{ env: { DISABLE_TELEMTRY: "1" } },
			['claudeCode.env.DISABLE_TELEMTRY: unknown variable; did you mean "DISABLE_TELEMETRY"?'],
		],
		[
			"a value that switches off whatever it says",
			{ env: { DISABLE_TELEMETRY: "0" } },
			['claudeCode.env.DISABLE_TELEMETRY: unknown value "0"; expected "1"'],
		],
		[
			"a variable of nobody's",
			{ env: { TEAM_NAME: "x" } },
			[
				"warning: claudeCode.env.TEAM_NAME: is no variable that Claude Code is known to read; what it starts gets it as it is",
			],
		],
		[
			"extra settings",
			{ extraSettings: { model: "opus", newerThanThis: 1 } },
			[
				"claudeCode.extraSettings.model: is a setting the catalogue knows; move it to settings, where it is checked",
				"warning: claudeCode.extraSettings.newerThanThis: is a setting that the catalogue does not know, which holds those of Claude Code up to 2.1.296; nothing of it is checked: read in https://code.claude.com/docs/en/settings what it opens or closes, and from which version on",
			],
		],
	])("%s", (_, block, problems) => {
		expect(problemsOf(block)).toEqual(problems);
	});
});

describe("secrets", () => {
	test.each<[string, unknown, string]>([
		[
			"a variable that holds one",
			{ env: { ANTHROPIC_API_KEY: "x" } },
			`claudeCode.env.ANTHROPIC_API_KEY: holds a credential; ${inClear}`,
		],
		[
			"a reference",
			{ env: { ANTHROPIC_AUTH_TOKEN: { fromEnv: "TOKEN" } } },
			`claudeCode.env.ANTHROPIC_AUTH_TOKEN: is a secret; ${inClear}`,
		],
		[
			"a variable by its name",
			{ env: { WIKI_PASSWORD: "x" } },
			`claudeCode.env.WIKI_PASSWORD: is named as a credential; ${inClear}`,
		],
		[
			"a user in a proxy",
			{ env: { HTTPS_PROXY: "http://user:hunter2@proxy.example.com" } },
			`claudeCode.env.HTTPS_PROXY: is a credential; ${inClear}`,
		],
		[
			"a header of a hook",
			{
				hooks: {
					Stop: [{ hooks: [{ type: "http", url: "https://h.example.com", headers: { Authorization: "hunter2" } }] }],
				},
			},
			`claudeCode.hooks.Stop[0].hooks[0].headers.Authorization: is a header with a credential; ${inClear}`,
		],
		[
			"a header of a marketplace",
			{
				settings: {
					extraKnownMarketplaces: {
						a: { source: { source: "url", url: "https://m.example.com", headers: { "x-token": "hunter2" } } },
					},
				},
			},
			`claudeCode.settings.extraKnownMarketplaces.a.source.headers["x-token"]: is a header with a credential; ${inClear}`,
		],
		[
			"a variable of a server by its name",
			{ mcp: { servers: { a: { command: "/usr/bin/a", env: { API_KEY: "hunter2", OTHER_TOKEN: "$TOKEN" } } } } },
			`claudeCode.mcp.servers.a.env.API_KEY: is named as a credential; ${inClear}`,
		],
		[
			"a text that begins as one",
			{ mcp: { servers: { a: { command: "/usr/bin/a", args: ["ghp_hunter2hunter2hunter2"] } } } },
			`claudeCode.mcp.servers.a.args[0]: is a credential; ${inClear}`,
		],
	])("%s is refused and not repeated", (_, block, problem) => {
		const problems = problemsOf(block);
		expect(problems.filter((each) => !each.startsWith("warning: "))).toEqual([problem]);
		expect(problems.join("\n")).not.toContain("hunter2");
	});

	test("a header may name a variable of the device", () => {
		const headers = { Authorization: "Bearer $HOOK_TOKEN" };
		const hook = { type: "http", url: "https://h.example.com", headers, allowedEnvVars: ["HOOK_TOKEN"] };
		expect(problemsOf({ hooks: { Stop: [{ hooks: [hook] }] } })).toEqual([]);
	});
});
