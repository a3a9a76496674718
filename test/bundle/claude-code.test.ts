import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import { readPlists } from "../support/plists.js";
import { compile, twins } from "./compiled.js";

const withCode = {
	...twins,
	settings: {
		otlpEndpoint: "https://otel.example.com:4318",
		skipWebFetchPreflight: true,
		managedMcpServers: [
			{ name: "wiki", transport: "http", url: "https://wiki.example.com/mcp" },
			{ name: "tracker", transport: "http", url: "https://t.example.com", headers: { "x-key": { fromEnv: "T" } } },
		],
	},
	claudeCode: { switches: "private", permissions: { deny: ["WebSearch"] }, mcp: {} },
	groups: { pilot: { preset: "none" }, general: { preset: "none", platforms: ["linux"] } },
};

const tracked = { secrets: () => "a-credential" };
const folder = "groups/pilot/profiles";

test("nothing is written for Claude Code where nothing is said of it", async () => {
	const { bundle } = await compile(twins);
	expect(bundle.files.filter(({ path }) => path.includes("claude-code"))).toEqual([]);
});

describe("a group with settings of Claude Code", () => {
	test("has a file for each way to deliver them, and none with a credential", async () => {
		const { bundle } = await compile(withCode);
		const files = bundle.files.filter(({ path }) => path.includes("/claude-code/"));
		expect(files.map(({ path }) => path)).toEqual([
			"groups/general/profiles/linux/claude-code/managed-mcp.json",
			"groups/general/profiles/linux/claude-code/managed-settings.json",
			`${folder}/linux/claude-code/managed-mcp.json`,
			`${folder}/linux/claude-code/managed-settings.json`,
			`${folder}/macos/claude-code/com.example.cowork.eu.pilot.claude-code.mobileconfig`,
			`${folder}/macos/claude-code/managed-mcp.json`,
			`${folder}/macos/claude-code/managed-settings.json`,
			`${folder}/windows/claude-code/ClaudeCode-remove.reg`,
			`${folder}/windows/claude-code/ClaudeCode.reg`,
			`${folder}/windows/claude-code/managed-mcp.json`,
			`${folder}/windows/claude-code/managed-settings.json`,
		]);
		expect(files.filter(({ sensitive }) => sensitive)).toEqual([]);
	});

	test("gets the same settings in every form, which let Claude Desktop's restrictions hold", async () => {
		const compiled = await compile(withCode);
		const settings = compiled.json(`${folder}/linux/claude-code/managed-settings.json`) as JsonObject;
		expect(settings).toMatchObject({
			parentSettingsBehavior: "merge",
			availableModels: ["claude-sonnet-5"],
			skipWebFetchPreflight: true,
			env: { DISABLE_TELEMETRY: "1", OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.example.com:4318" },
		});
		expect(compiled.json(`${folder}/windows/claude-code/managed-settings.json`)).toEqual(settings);
		const [profile] = readPlists([
			compiled.find(`${folder}/macos/claude-code/com.example.cowork.eu.pilot.claude-code.mobileconfig`).content,
		]);
		const [payload] = (profile?.PayloadContent ?? []) as JsonObject[];
		expect(payload).toMatchObject(settings);
		const reg = Buffer.from(compiled.find(`${folder}/windows/claude-code/ClaudeCode.reg`).content).toString("utf16le");
		const [, text = ""] = /^"Settings"="(.*)"\r$/m.exec(reg) ?? [];
		expect(JSON.parse(text.replace(/\\(.)/g, "$1"))).toEqual(settings);
	});

	test("gets the servers of Claude Desktop that need no credential, and is told of the others", async () => {
		const { json, allWarnings } = await compile(withCode);
		expect(json(`${folder}/macos/claude-code/managed-mcp.json`)).toEqual({
			mcpServers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } },
		});
		expect(
			allWarnings
				.map(formatProblem)
				.filter((each) => each.includes("settings.managedMcpServers[1]: is not carried over")),
		).toHaveLength(1);
	});

	test("says in settings.json where each comes from, and its revision follows", async () => {
		const document = (await compile(withCode)).json("groups/pilot/settings.json") as JsonObject;
		const code = document.claudeCode;
		expect(isJsonObject(code) && code.settings).toMatchObject({
			"env.DISABLE_TELEMETRY": { value: "1", layer: "preset", overrides: [] },
			"permissions.deny": { layer: "deployment" },
			availableModels: { value: ["claude-sonnet-5"], layer: "route" },
		});
	});

	test("is told in HANDOVER.md which file goes where", async () => {
		const page = (await compile(withCode)).text("groups/pilot/HANDOVER.md");
		expect(page).toContain("### Claude Code on these devices");
		expect(page).toContain("/Library/Application Support/ClaudeCode/managed-mcp.json");
		expect(page).toContain("`profiles/windows/claude-code/ClaudeCode.reg`");
		expect(page).toMatch(/Windows, Claude Code registry file: merge ClaudeCode-remove\.reg/);
	});
});

test("formats are chosen apart from those of Claude Desktop", async () => {
	const { bundle } = await compile(
		{ ...withCode, profiles: { codeManagedSettings: { dropIn: "50-cowork" } } },
		tracked,
	);
	const paths = bundle.files.map(({ path }) => path).filter((path) => path.startsWith(`${folder}/windows/`));
	expect(paths).toEqual([
		`${folder}/windows/Claude-remove.reg`,
		`${folder}/windows/Claude.reg`,
		`${folder}/windows/claude-code/managed-settings.d/50-cowork.json`,
	]);
});
