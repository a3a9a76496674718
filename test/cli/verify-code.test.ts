import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { program, run } from "../support/programs.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const deployment = `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12, identifier: com.example.cowork }
inference: { gateway: { baseUrl: https://llm.example.com, models: [claude-sonnet-5], signIn: { helper: { path: /opt/token } } } }
claudeCode:
  switches: private
  permissions: { deny: [WebSearch, "Bash(curl *)"] }
  hooks: { PreToolUse: [{ matcher: Bash, hooks: [{ type: command, command: /opt/check }] }] }
  mcp: { servers: { wiki: { type: http, url: "https://wiki.example.com/mcp" } } }
groups:
  pilot: { preset: standard }
  general: { preset: lockedDown, claudeCode: { permissions: { deny: [Bash] } } }
profiles:
  codeMobileconfig: {}
  codePreferencePlist: {}
  codeReg: {}
  codePowershell: {}
  codeRegistryPol: {}
  codeManagedSettings: {}
  codeManagedMcp: {}
`;
let file = "";
let profiles = "";
let settings: Record<string, unknown> = {};
beforeAll(async () => {
	file = path.join(folder(), "deployment.yaml");
	writeFileSync(file, deployment);
	const out = path.join(folder(), "out");
	expect((await invoke(["synth", file, "--out", out])).code).toBe(0);
	profiles = path.join(out, "eu/groups/pilot/profiles");
	settings = JSON.parse(readFileSync(path.join(profiles, "linux/claude-code/managed-settings.json"), "utf8"));
});

const verify = (...args: readonly string[]) => invoke(["verify", ...args]);
const ofGroup = ["--group", "pilot"];
const apart = "none of the files has settings of Claude Desktop, so that these are not compared";
const ofCodeApart = "none of the files has settings of Claude Code, so that these are not compared";
const serversApart = "none of the files is managed-mcp.json, so that the servers of Claude Code are not compared";

/** A file as a device has it: at its path below a folder. */
function onDevice(at: string, content: unknown): string {
	const place = path.join(folder(), "device", at);
	mkdirSync(path.dirname(place), { recursive: true });
	writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
	return place;
}

describe("a device with the files of its group is right, in every form", () => {
	test.each([
		"macos/claude-code/com.example.cowork.eu.pilot.claude-code.mobileconfig",
		"macos/claude-code/com.anthropic.claudecode.plist",
		"windows/claude-code/ClaudeCode.reg",
		"windows/claude-code/ClaudeCode-install.ps1",
		"windows/claude-code/Registry.pol",
		"linux/claude-code/managed-settings.json",
		"linux/claude-code/managed-mcp.json",
	])("%s", async (each) => {
		const { code, results, notices } = await verify(path.join(profiles, each), ...ofGroup, file);
		const other = each.endsWith("managed-mcp.json") ? ofCodeApart : serversApart;
		expect([code, results[0], notices]).toEqual([0, "pilot: the device has what the deployment says", [other, apart]]);
		expect(results).toHaveLength(2);
	});

	test("beside those of Claude Desktop", async () => {
		const of = (name: string) => path.join(profiles, "windows", name);
		const both = await verify(of("Claude.reg"), of("claude-code/ClaudeCode.reg"), ...ofGroup, file);
		expect([both.code, both.notices]).toEqual([0, [serversApart]]);
		const files = ["Claude.reg", "claude-code/ClaudeCode.reg", "claude-code/managed-mcp.json"].map(of);
		const all = await verify(...files, ...ofGroup, file);
		expect([all.code, all.notices]).toEqual([0, []]);
		const alone = await verify(of("Claude.reg"), ...ofGroup, file);
		expect([alone.code, alone.notices]).toEqual([0, [ofCodeApart]]);
	});

	test("in one registry file with those of Claude Desktop, as a device exports them", async () => {
		const text = (name: string) => readFileSync(path.join(profiles, "windows", name)).toString("utf16le");
		const both = path.join(folder(), "both.reg");
		const second = text("claude-code/ClaudeCode.reg").replace("\ufeffWindows Registry Editor Version 5.00\r\n", "");
		writeFileSync(both, Buffer.from(text("Claude.reg") + second, "utf16le"));
		const { code, notices } = await verify(both, ...ofGroup, file);
		expect([code, notices]).toEqual([0, [serversApart]]);
	});

	test("in drop-ins, which are merged in the order of their names", async () => {
		const { permissions, ...rest } = settings;
		const { deny } = permissions as { readonly deny: readonly string[] };
		const files = [
			onDevice("claude-code/managed-settings.d/90-last.json", { permissions: { deny: deny.slice(2) } }),
			onDevice("claude-code/managed-settings.json", { ...rest, skipWebFetchPreflight: false }),
			onDevice("claude-code/managed-settings.d/10-first.json", {
				permissions: { ...(permissions as object), deny: deny.slice(0, 3) },
				skipWebFetchPreflight: true,
			}),
		];
		expect((await verify(...files, ...ofGroup, file)).code).toBe(0);
	});
});

describe("a device that differs", () => {
	test("is told by the names of settings, and another group's settings by their group", async () => {
		const place = onDevice("claude-code/managed-settings.json", {
			...settings,
			permissions: { deny: [] },
			cleanupPeriodDays: 7,
			env: { ...(settings.env as object), DISABLE_TELEMETRY: undefined },
		});
		const { code, results } = await verify(place, ...ofGroup, file);
		expect(code).toBe(1);
		expect(results.slice(2)).toEqual([
			"  extra      claudeCode.cleanupPeriodDays: 7, which the deployment does not set",
			'  missing    claudeCode.env.DISABLE_TELEMETRY: expected "1"',
			expect.stringMatching(/^ {2}different {2}claudeCode\.permissions\.deny: \[\]; expected \[/),
		]);
		const mine = path.join(profiles, "linux/claude-code/managed-settings.json");
		const { results: others } = await verify(mine, "--group", "general", file);
		expect(others).toContain("  these are the settings of pilot");
	});

	test("has several sources, of which one is read", async () => {
		const policy = path.join(profiles, "windows/claude-code/ClaudeCode.reg");
		const place = onDevice("ClaudeCode/managed-settings.json", { model: "opus" });
		const { code, results } = await verify(policy, place, ...ofGroup, file);
		expect(code).toBe(1);
		expect(results).toContain(
			"  Claude Code has settings in policies of the machine and in files, and reads the former alone; take the others away",
		);
	});

	test("shows no variable of programs that it starts, of either side", async () => {
		const own = path.join(folder(), "own.yaml");
		writeFileSync(own, deployment.replace("switches: private", 'switches: private\n  env: { NOTE: "hunter1" }'));
		const env = { ...(settings.env as object), NOTE: "hunter2" };
		const place = onDevice("claude-code/managed-settings.json", { ...settings, env });
		const { code, results } = await verify(place, ...ofGroup, own);
		expect(code).toBe(1);
		expect(results).toContain('  different  claudeCode.env.NOTE: "a credential"; expected "a credential"');
		expect(results.join("\n")).not.toMatch(/hunter/);
	});

	test("shows no credential", async () => {
		const env = { ...(settings.env as object), ANTHROPIC_API_KEY: "hunter2", OTEL_LOGS_EXPORTER: "console" };
		const { results } = await verify(
			onDevice("claude-code/managed-settings.json", { ...settings, env }),
			...ofGroup,
			file,
		);
		expect(results.join("\n")).not.toContain("hunter2");
		expect(results).toContain(
			'  extra      claudeCode.env.ANTHROPIC_API_KEY: "a credential", which the deployment does not set',
		);
		expect(results).toContain(
			'  extra      claudeCode.env.OTEL_LOGS_EXPORTER: "console", which the deployment does not set',
		);
	});

	test.each<[string, string, unknown, RegExp]>([
		["a user's own", ".claude/settings.json", { permissions: {} }, /holds settings of a user or a project/],
		[
			"no list of servers",
			"claude-code/managed-mcp.json",
			{ servers: {} },
			/is no list of servers; expected mcpServers alone/,
		],
	])("and %s is refused", async (_, at, content, message) => {
		const { code, notices, results } = await verify(onDevice(at, content), ...ofGroup, file);
		expect(code).toBe(1);
		expect([...notices, ...results].join("\n")).toMatch(message);
	});

	test.each([
		["an empty object", {}],
		["the key that says how sources are read", { wslInheritsWindowsSettings: true }],
	])("has none of it where its only file is %s", async (_, content) => {
		const { code, results } = await verify(onDevice("claude-code/managed-settings.json", content), ...ofGroup, file);
		expect(code).toBe(1);
		expect(results.join("\n")).toContain("missing    claudeCode.permissions.deny: expected [");
	});

	test.each([
		["a name stands twice", '{ "permissions": { "allow": ["Bash"] }, "model": "a", "model": "b" }'],
		["is no JSON", '{ "permissions":'],
		["is no JSON", ""],
	])("hides nothing in a drop-in of which %s", async (message, content) => {
		const whole = onDevice("claude-code/managed-settings.json", settings);
		const dropIn = onDevice("claude-code/managed-settings.d/50-more.json", content);
		const { code, notices } = await verify(whole, dropIn, ...ofGroup, file);
		expect([code, notices.join("\n")]).toEqual([1, expect.stringContaining(message)]);
	});

	test("keeps a registry value when another goes, and loses it with a key above", async () => {
		const written = readFileSync(path.join(profiles, "windows/claude-code/ClaudeCode.reg")).toString("utf16le");
		const then = async (more: string) => {
			const exported = path.join(folder(), "exported.reg");
			writeFileSync(exported, Buffer.from(`${written}\r\n${more}\r\n`, "utf16le"));
			return verify(exported, ...ofGroup, file);
		};
		const other = await then('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode]\r\n"Other"=-');
		expect([other.code, other.results[0]]).toEqual([0, "pilot: the device has what the deployment says"]);
		const above = await then("[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies]");
		expect([above.code, above.results.join("\n")]).toEqual([1, expect.not.stringContaining("4 settings applied")]);
	});

	test("and a registry value that is no JSON", async () => {
		const place = onDevice(
			"broken.reg",
			'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode]\r\n"Settings"="{"\r\n',
		);
		const { code, notices } = await verify(place, ...ofGroup, file);
		expect(code).toBe(1);
		expect(notices.join("\n")).toContain("is no JSON object, with which Claude Code does not start");
	});
});

describe.skipIf(!program("plistutil"))("a property list that libplist wrote: needs plistutil", () => {
	test.each(["bin", "xml"])("as %s", async (form) => {
		const out = path.join(folder(), "com.anthropic.claudecode.plist");
		const source = path.join(profiles, "macos/claude-code/com.anthropic.claudecode.plist");
		run("plistutil", ["-i", source, "-o", out, "-f", form]);
		expect((await verify(out, ...ofGroup, file)).code).toBe(0);
	});
});

test("nothing that was not chosen is written", () => {
	expect(readdirSync(path.join(profiles, "windows/claude-code")).sort()).toEqual([
		"ClaudeCode-install.ps1",
		"ClaudeCode-remove.ps1",
		"ClaudeCode-remove.reg",
		"ClaudeCode.reg",
		"Registry.pol",
		"managed-mcp.json",
		"managed-settings.json",
	]);
});
