import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const windows = "C:\\Example\\token.exe";
const deployment = `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12, identifier: com.example.cowork }
inference: { gateway: { baseUrl: https://llm.example.com, models: [claude-sonnet-5], signIn: { interactive: {} } } }
observability:
  tier: metadata
  collector:
    endpoint: https://otel.example.com
    auth: { token: { fromEnv: TOKEN }, helper: /opt/token, windowsHelper: "${windows.replaceAll("\\", "\\\\")}" }
claudeCode: {}
groups:
  pilot: { preset: none }
profiles:
  reg: {}
  mobileconfig: {}
  managedSettings: {}
  codeReg: {}
  codeMobileconfig: {}
  codeManagedSettings: {}
`;
let file = "";
let profiles = "";
beforeAll(async () => {
	file = path.join(folder(), "deployment.yaml");
	writeFileSync(file, deployment);
	const out = path.join(folder(), "out");
	expect((await invoke(["synth", file, "--out", out])).code).toBe(0);
	profiles = path.join(out, "eu/groups/pilot/profiles");
});

const verify = (...files: readonly string[]) => invoke(["verify", ...files, file]);
const of = (name: string) => path.join(profiles, name);

test.each([
	["windows/Claude.reg", "windows/claude-code/ClaudeCode.reg"],
	["windows/Claude.reg", "windows/claude-code/managed-settings.json"],
	[
		"macos/com.example.cowork.eu.pilot.mobileconfig",
		"macos/claude-code/com.example.cowork.eu.pilot.claude-code.mobileconfig",
	],
	["linux/managed-settings.json", "linux/claude-code/managed-settings.json"],
])("a device is held against what its platform gets: %s, %s", async (desktop, code) => {
	const { code: exit, results, notices } = await verify(of(desktop), of(code));
	expect([exit, results[0], notices]).toEqual([0, "pilot: the device has what the deployment says", []]);
});

test("a file that is of no platform may be that of Windows, which is said", async () => {
	const { code, notices } = await verify(of("windows/claude-code/managed-settings.json"));
	expect([code, notices]).toEqual([
		0,
		[
			"none of the files has settings of Claude Desktop, so that these are not compared",
			"these are settings for Windows, while no file says of which platform the device is",
		],
	]);
	const posix = await verify(of("linux/claude-code/managed-settings.json"));
	expect([posix.code, posix.notices.length]).toEqual([0, 1]);
});

test("the program of another platform differs", async () => {
	const place = path.join(folder(), "claude-desktop", "managed-settings.json");
	const settings = JSON.parse(readFileSync(of("linux/managed-settings.json"), "utf8"));
	mkdirSync(path.dirname(place), { recursive: true });
	writeFileSync(place, JSON.stringify({ ...settings, otlpHeadersHelper: windows }));
	const { code, results } = await verify(place);
	expect([code, results.join("\n")]).toEqual([1, expect.stringContaining('expected "/opt/token"')]);
});

test("explain says both", async () => {
	const one = await invoke(["explain", file, "otlpHeadersHelper"]);
	expect(one.results.map((line) => line.trim().replace(/ +/g, " "))).toEqual(
		expect.arrayContaining(['value "/opt/token"', `on Windows ${JSON.stringify(windows)}`]),
	);
	const code = await invoke(["explain", file, "claudeCode.otelHeadersHelper", "--json"]);
	expect(JSON.parse(code.results.join("\n"))).toMatchObject({ value: "/opt/token", onWindows: windows });
});

test("a review tells a change of it on Windows alone, for both programs", async () => {
	const other = path.join(folder(), "other.yaml");
	writeFileSync(other, deployment.replace("token.exe", "header.exe"));
	const { results } = await invoke(["review", file, other, "--format", "json"]);
	const { findings } = JSON.parse(results.join("\n"));
	expect(
		findings.map(({ rule, subject, says }: Record<string, string>) => [rule, subject, String(says).split(";")[0]]),
	).toEqual(
		expect.arrayContaining([
			["program-changed", "otlpHeadersHelper", expect.stringMatching(/^on Windows is .*header\.exe/)],
			[expect.any(String), "claudeCode.otelHeadersHelper", expect.stringMatching(/^on Windows is .*header\.exe/)],
		]),
	);
	const out = path.join(folder(), "out/eu");
	const same = await invoke(["review", out, file, "--format", "json"]);
	expect(JSON.parse(same.results.join("\n")).findings).toEqual([]);
});
