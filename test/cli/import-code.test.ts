import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const deployment = `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12, identifier: com.example.cowork }
inference: { gateway: { baseUrl: https://llm.example.com, models: [claude-sonnet-5], signIn: { helper: { path: /opt/token } } } }
settings:
  otlpEndpoint: https://otel.example.com
  otlpHeadersHelper: /opt/otel/headers
  skipWebFetchPreflight: true
claudeCode:
  switches: private
  permissions: { deny: [WebSearch, "Bash(curl *)"], disableBypassPermissionsMode: disable }
  hooks: { PreToolUse: [{ matcher: Bash, hooks: [{ type: command, command: /opt/check, if: "Bash(git *)" }] }] }
  env: { CLAUDE_CODE_MAX_WEB_SEARCHES_PER_SESSION: "5" }
  settings: { sandbox: { enabled: true }, cleanupPeriodDays: 7 }
  mcp: { servers: { wiki: { type: http, url: "https://wiki.example.com/mcp" } } }
groups:
  pilot: { preset: standard }
  general: { preset: lockedDown, claudeCode: { permissions: { deny: [WebFetch] } } }
profiles:
  mobileconfig: {}
  reg: {}
  managedSettings: {}
  codeMobileconfig: {}
  codePreferencePlist: {}
  codeReg: {}
  codePowershell: {}
  codeRegistryPol: {}
  codeManagedSettings: {}
  codeManagedMcp: {}
`;
let out = "";
beforeAll(async () => {
	out = await compiled(deployment);
});

/** The bundle of a deployment file. */
async function compiled(text: string): Promise<string> {
	const at = path.join(folder(), `bundle-${Math.abs(hash(text))}`);
	mkdirSync(at, { recursive: true });
	writeFileSync(path.join(at, "deployment.yaml"), text);
	const { code, notices } = await invoke(["synth", path.join(at, "deployment.yaml"), "--out", path.join(at, "out")]);
	expect([code, notices.filter((each) => !each.startsWith("warning"))]).toEqual([0, []]);
	return path.join(at, "out/eu");
}

function hash(text: string): number {
	return [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, 7);
}

async function imported(...files: readonly string[]) {
	const { code, results, notices } = await invoke(["import", ...files, "--name", "eu", "--out", "-"]);
	return { code, notices, text: results.join("\n") };
}

const inGroup = (group: string, name: string) => path.join(out, "groups", group, "profiles", name);
const ofCode = (bundle: string, group: string, name: string) =>
	JSON.parse(readFileSync(path.join(bundle, "groups", group, "profiles/linux/claude-code", name), "utf8"));

const forms = [
	"macos/claude-code/com.example.cowork.eu.pilot.claude-code.mobileconfig",
	"macos/claude-code/com.anthropic.claudecode.plist",
	"windows/claude-code/ClaudeCode.reg",
	"windows/claude-code/ClaudeCode-install.ps1",
	"windows/claude-code/Registry.pol",
	"linux/claude-code/managed-settings.json",
];
const everyForm = "\nprofiles: { managedSettings: {}, codeManagedSettings: {}, codeManagedMcp: {} }\n";

describe("what one form gave devices is described so that devices get the same", () => {
	test.each(forms)("%s", async (form) => {
		const desktop = inGroup("pilot", "linux/managed-settings.json");
		const servers = inGroup("pilot", "linux/claude-code/managed-mcp.json");
		const { code, text, notices } = await imported(desktop, inGroup("pilot", form), servers);
		expect([code, notices]).toEqual([0, []]);
		const { claudeCode } = parse(text);
		expect(claudeCode).toEqual(parse(deployment).claudeCode);
		const again = await compiled(text + everyForm);
		for (const name of ["managed-settings.json", "managed-mcp.json"])
			expect(ofCode(again, "pilot", name)).toEqual(ofCode(out, "pilot", name));
	});
});

test("places beside the usual ones come back as the rules that they are", async () => {
	const places = 'claudeCode: { denyCredentialPaths: [/opt/secrets/, "C:\\\\Secrets\\\\"] }';
	const described = deployment.replace(/claudeCode:[\s\S]*?\ngroups:/, `${places}\ngroups:`);
	const bundle = await compiled(described.replace("  codeManagedMcp: {}\n", ""));
	const file = (name: string) => path.join(bundle, "groups/pilot/profiles/linux", name);
	const { code, text } = await imported(file("managed-settings.json"), file("claude-code/managed-settings.json"));
	expect(code).toBe(0);
	expect(parse(text).claudeCode).toEqual({
		denyCredentialPaths: true,
		permissions: { deny: ["Read(//opt/secrets/**)", "Read(//c/Secrets/**)"] },
		settings: { sandbox: { filesystem: { denyRead: ["/opt/secrets"] } } },
	});
	const again = await compiled(text + everyForm.replace(", codeManagedMcp: {}", ""));
	const [from, to] = [bundle, again].map((each) => ofCode(each, "pilot", "managed-settings.json"));
	expect(to.permissions.deny.sort()).toEqual(from.permissions.deny.sort());
	expect(to.sandbox.filesystem.denyRead.sort()).toEqual(from.sandbox.filesystem.denyRead.sort());
});

test("what groups have each for itself stands at each, by the folders of their files", async () => {
	const files = ["pilot", "general"].flatMap((group) => [
		inGroup(group, "linux/managed-settings.json"),
		inGroup(group, "linux/claude-code/managed-settings.json"),
	]);
	const { code, text } = await imported(...files);
	expect(code).toBe(0);
	const { claudeCode, groups } = parse(text);
	expect(claudeCode).toBeUndefined();
	expect(groups.general.claudeCode.permissions.deny).toEqual(["WebFetch"]);
	const again = await compiled(text + everyForm.replace(", codeManagedMcp: {}", ""));
	for (const group of ["pilot", "general"])
		expect(ofCode(again, group, "managed-settings.json")).toEqual(ofCode(out, group, "managed-settings.json"));
});

function written(name: string, content: object): string {
	const place = path.join(folder(), "device", name);
	mkdirSync(path.dirname(place), { recursive: true });
	writeFileSync(place, JSON.stringify(content));
	return place;
}

test("what nothing keeps is told, and no credential is in the description", async () => {
	const file = written("claude-code/managed-settings.json", {
		env: {
			ANTHROPIC_API_KEY: "hunter2hunter2",
			DISABLE_TELEMETRY: "1",
			ANTHROPIC_BASE_URL: "https://other.example.com",
		},
		permissions: { deny: ["bash", "WebSearch"] },
		newerThanThis: { a: 1 },
		diffTool: "auto",
		parentSettingsBehavior: "first-wins",
	});
	const { code, text, notices } = await imported(inGroup("pilot", "linux/managed-settings.json"), file);
	expect(code).toBe(0);
	expect(text + notices.join("\n")).not.toContain("hunter2");
	const { claudeCode } = parse(text);
	expect(claudeCode).toEqual({
		permissions: { deny: ["WebSearch"] },
		env: { DISABLE_TELEMETRY: "1" },
		extraSettings: { newerThanThis: { a: 1 } },
	});
	const said = notices.join("\n");
	for (const name of ["env.ANTHROPIC_API_KEY", "diffTool", "parentSettingsBehavior", "permissions.deny[0]"])
		expect(said).toContain(name);
	expect(said).toMatch(/claudeCode\.env\.ANTHROPIC_BASE_URL: contradicts .* is left out/);
	expect(said).toMatch(/groups\.pilot\.claudeCode\["env\.OTEL_EXPORTER_OTLP_ENDPOINT"\]: is in no file/);
});

test.each<[string, () => readonly string[], RegExp]>([
	[
		"without a file of Claude Desktop",
		() => [inGroup("pilot", "linux/claude-code/managed-settings.json")],
		/no file has settings of Claude Desktop, whose inference a deployment begins with/,
	],
	[
		"of which two differ",
		() => [
			inGroup("pilot", "linux/managed-settings.json"),
			inGroup("pilot", "windows/claude-code/ClaudeCode.reg"),
			written("claude-code/managed-settings.json", { model: "opus" }),
		],
		/does not say of which group it is, while other files do|has other settings of Claude Code/,
	],
])("%s nothing is written", async (_, files, message) => {
	const { code, notices, text } = await imported(...files());
	expect(code).toBe(1);
	expect(text).toBe("");
	expect(notices.join("\n")).toMatch(message);
});
