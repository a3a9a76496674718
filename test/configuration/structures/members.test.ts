import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

describe("smaller structures", () => {
	test.each<[string, unknown, string]>([
		[
			"allowedWorkspaceFolders",
			[{ path: "~/a", mode: "r" }],
			'allowedWorkspaceFolders[0].mode: unknown value "r"; expected one of rw, ro, otherwise Claude Desktop lets users attach no folder at all',
		],
		[
			"allowedWorkspaceFolders",
			[{ isDefaultSelected: true }],
			"allowedWorkspaceFolders[0].path: is missing; expected text, otherwise Claude Desktop lets users attach no folder at all",
		],
		[
			"allowedWorkspaceFolders",
			[{ path: "~/a", mode: "ro" }],
			"warning: allowedWorkspaceFolders[0].mode: holds for every tool in Cowork, but in Code for the file tools alone: Bash can still write there",
		],
		[
			"orgPluginSettings",
			[
				{ serverName: "a", tools: [] },
				{ serverName: "a", tools: [] },
			],
			"warning: orgPluginSettings[1].serverName: is the server of entry 0 too; the app merges them, and the strictest permission counts",
		],
		[
			"allowedPluginMcpServers",
			[{ serverUrl: "tools.example.com/mcp/*" }],
			"allowedPluginMcpServers[0].serverUrl: has no scheme, without which Claude Desktop matches no server; write it with its scheme, as in https://mcp.example.com/*",
		],
		[
			"deniedPluginMcpServers",
			[{ serverUrl: "https://*.partners.example.com/*" }],
			"warning: deniedPluginMcpServers[0].serverUrl: leaves out the name after the *. itself; add an entry for that where it is meant too",
		],
		["claudeAiImport", true, "claudeAiImport: is a boolean; expected an object"],
		["claudeAiImport", { enable: true }, 'claudeAiImport.enable: unknown member; did you mean "enabled"?'],
		[
			"claudeAiImport",
			{ bannerBehavior: "on" },
			'claudeAiImport.bannerBehavior: unknown value "on"; expected one of off, detect, show',
		],
		[
			"orgPluginSettings",
			{ mcpServers: {} },
			"orgPluginSettings: is the deprecated object form, for which the app blocks every tool of plugins; write a list of { serverName, tools }",
		],
		[
			"orgPluginSettings",
			"{}",
			"orgPluginSettings: is text; expected a list, otherwise Claude Desktop blocks every tool that plugins bring",
		],
		[
			"orgPluginSettings",
			[{ serverName: "a", tools: [{ toolName: "b", permission: "deny" }] }],
			'orgPluginSettings[0].tools[0].permission: unknown value "deny"; expected one of allow, ask, blocked, otherwise Claude Desktop leaves the tool out, or in newer versions blocks it',
		],
		[
			"orgPluginSettings",
			[{ serverName: "a", tools: [{ toolName: "b", permission: "ask-session" }] }],
			"orgPluginSettings[0].tools[0].permission: is a deprecated value; use ask, otherwise Claude Desktop leaves the tool out, or in newer versions blocks it",
		],
		[
			"orgPluginSettings",
			[{ serverName: "a", tools: [{ name: "b", permission: "ask" }] }],
			"orgPluginSettings[0].tools[0].toolName: is missing; expected text, otherwise Claude Desktop drops the entry",
		],
		[
			"allowedPluginMcpServers",
			[{ url: "https://a.example" }],
			"allowedPluginMcpServers[0].serverUrl: is missing; expected text, otherwise Claude Desktop lets plugins bring no server by it",
		],
		[
			"deniedPluginMcpServers",
			[{ serverUrl: "https://me@a.example" }],
			"deniedPluginMcpServers[0].serverUrl: has credentials in the URL; name the server without them",
		],
		[
			"otlpResourceAttributes",
			{ "service.name": "x" },
			'otlpResourceAttributes["service.name"]: is an attribute that the app sets itself; remove it',
		],
		[
			"otlpResourceAttributes",
			{ "a b": "x" },
			'otlpResourceAttributes["a b"]: is no attribute name; expected text without spaces, commas and equals signs',
		],
		[
			"otlpResourceAttributes",
			"team=blue",
			'otlpResourceAttributes: is text, a form that the app no longer reads; write each attribute by its name, as in { "deployment.environment": { fromEnv: NAME } }',
		],
		[
			"otlpResourceAttributes",
			{ team: 5 },
			"otlpResourceAttributes.team: is a number; expected text, so write it in quotes",
		],
		[
			"otlpHeaders",
			"authorization=x",
			"otlpHeaders: is text, a form that the app no longer reads; write each header by its name, as in { authorization: { fromEnv: NAME } }",
		],
		[
			"inferenceCustomHeaders",
			["X-Team: blue"],
			"inferenceCustomHeaders: is a list, a form that the app no longer reads; write each header by its name, as in { authorization: { fromEnv: NAME } }",
		],
	])("%s: %j", (name, value, message) => {
		expect(settingProblems(name, value).slice(0, 1)).toEqual([message]);
	});
});
