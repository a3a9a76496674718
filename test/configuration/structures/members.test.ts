import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

describe("smaller structures", () => {
	test.each<[string, unknown, string]>([
		[
			"allowedWorkspaceFolders",
			[{ path: "~/a", mode: "r" }],
			'allowedWorkspaceFolders[0].mode: unknown value "r"; expected one of rw, ro',
		],
		["allowedWorkspaceFolders", [{ mode: "ro" }], "allowedWorkspaceFolders[0].path: is missing; expected text"],
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
			"orgPluginSettings: is the deprecated object form; write a list of { serverName, tools }",
		],
		["orgPluginSettings", "{}", "orgPluginSettings: is text; expected a list"],
		[
			"orgPluginSettings",
			[{ serverName: "a", tools: [{ toolName: "b", permission: "deny" }] }],
			'orgPluginSettings[0].tools[0].permission: unknown value "deny"; expected one of allow, ask, blocked',
		],
		[
			"orgPluginSettings",
			[{ serverName: "a", tools: [{ toolName: "b", permission: "ask-session" }] }],
			"orgPluginSettings[0].tools[0].permission: is a deprecated value; use ask",
		],
		[
			"orgPluginSettings",
			[{ serverName: "a", tools: [{ name: "b", permission: "ask" }] }],
			"orgPluginSettings[0].tools[0].toolName: is missing; expected text",
		],
		[
			"allowedPluginMcpServers",
			[{ url: "https://a.example" }],
			"allowedPluginMcpServers[0].serverUrl: is missing; expected text",
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
		["otlpResourceAttributes", "team=blue", "otlpResourceAttributes: is text; expected an object"],
		[
			"otlpResourceAttributes",
			{ team: 5 },
			"otlpResourceAttributes.team: is a number; expected text, so write it in quotes",
		],
		["otlpHeaders", "authorization=x", "otlpHeaders: is text; expected an object"],
		["inferenceCustomHeaders", ["X-Team: blue"], "inferenceCustomHeaders: is a list; expected an object"],
	])("%s: %j", (name, value, message) => {
		expect(settingProblems(name, value).slice(0, 1)).toEqual([message]);
	});
});
