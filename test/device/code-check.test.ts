import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { platforms } from "../../src/profiles/format.js";
import { compile, twins } from "../bundle/compiled.js";
import { powershellParser } from "../support/powershell.js";
import { program, run } from "../support/programs.js";
import { python } from "../support/python.js";

const helper = { ...twins.inference.gateway, signIn: { helper: { path: "/opt/example/token" } } };
const claudeCode = {
	switches: "private",
	settings: { feedbackSurveyRate: 0.5, claudeMd: 'Don\'t "share"\n$HOME \u00e4', cleanupPeriodDays: 7 },
	mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
};
const deployment = {
	...twins,
	inference: { gateway: helper },
	groups: { pilot: { preset: "none", platforms: [...platforms] } },
	profiles: { codeManagedSettings: {}, codeManagedMcp: {}, codePreferencePlist: {}, codeReg: {} },
	firewall: {},
};
const compiled = await compile({ ...deployment, claudeCode });
const device = (file: string) => compiled.text(`groups/pilot/device/${file}`);
const revision = /^Settings ([0-9a-f]{8})\./m.exec(device("macos/INSTALL.md"))?.[1] ?? "";
const right = `Claude Code revision ${revision}`;
const profile = (file: string) => compiled.text(`groups/pilot/profiles/${file}`);

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "device-code-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("there is none where a group has nothing of Claude Code", async () => {
	const without = await compile({ ...deployment, profiles: {} });
	expect(without.paths.filter((each) => /check-claude-?code/i.test(each))).toEqual([]);
	expect(without.text("groups/pilot/device/linux/INSTALL.md")).not.toContain("Claude Code");
	expect(device("linux/INSTALL.md")).toContain("`check-claude-code.sh`");
});

test("the steps and the page of the group name its files, where they go, and its check", async () => {
	const places = {
		macos: "/Library/Application Support/ClaudeCode/",
		windows: "C:\\Program Files\\ClaudeCode\\",
		linux: "/etc/claude-code/",
	};
	const handover = compiled.text("groups/pilot/HANDOVER.md");
	for (const [platform, place] of Object.entries(places)) {
		const check = platform === "windows" ? "Check-ClaudeCode.ps1" : "check-claude-code.sh";
		const steps = device(`${platform}/INSTALL.md`).replace(/\n {3}/g, " ");
		expect(steps).toContain(
			`Deliver one file with settings of Claude Code from \`../../profiles/${platform}/claude-code/\``,
		);
		expect(steps).toContain(`\`managed-mcp.json\` of the same folder as \`${place}managed-mcp.json\``);
		expect(steps).toContain(`Ready: \`${check}\` prints \`${right}\`.`);
		const { 1: checks = "" } = /## How to check a device\n([\s\S]*?)\n## /.exec(handover) ?? [];
		expect(checks).toContain(`\`device/${platform}/${check}\``);
		expect(checks).toContain(`\`${right}\``);
	}
	const { mcp: _, ...alone } = claudeCode;
	const profiles = { codeManagedSettings: {} };
	const without = await compile({ ...deployment, profiles, claudeCode: alone });
	const steps = without.text("groups/pilot/device/linux/INSTALL.md");
	expect(steps).toContain("Deliver one file with settings of Claude Code");
	expect(steps).not.toContain("managed-mcp.json");
});

const shellScripts = ["macos/check-claude-code.sh", "linux/check-claude-code.sh"];

it.each(shellScripts)("%s is a script that shells read", (name) => {
	const { status, stderr } = spawnSync("sh", ["-n"], { input: device(name), encoding: "utf8" });
	expect([status, stderr]).toEqual([0, ""]);
});

it.skipIf(!program("shellcheck")).each(shellScripts)("%s passes shellcheck", (name) => {
	run("shellcheck", ["-s", "sh", "-"], {}, device(name));
});

function checked(script: string): [lines: string[], status: number | null] {
	const { stdout, stderr, status } = spawnSync("sh", ["-c", script], {
		encoding: "utf8",
		env: { ...process.env, DESTDIR: folder },
	});
	expect(stderr).toBe("");
	return [stdout.replaceAll(folder, "").trimEnd().split("\n"), status];
}

function install(at: string, text: string): string {
	const place = path.join(folder, at);
	mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 });
	writeFileSync(place, text);
	chmodSync(place, 0o644);
	return place;
}

describe("on Linux", () => {
	const check = () => checked(device("linux/check-claude-code.sh"));
	const settings = profile("linux/claude-code/managed-settings.json");
	const servers = profile("linux/claude-code/managed-mcp.json");
	const etc = "etc/claude-code";

	it("tells that there are none", () => {
		expect(check()).toEqual([
			[
				"Claude Code revision none: no settings of the machine",
				"servers: there is no /etc/claude-code/managed-mcp.json",
			],
			1,
		]);
	});

	it.each(["managed-settings.json", "managed-settings.d/50-cowork.json"])("tells the revision of %s", (name) => {
		install(`${etc}/${name}`, settings);
		install(`${etc}/managed-mcp.json`, servers);
		expect(check()).toEqual([[right], 0]);
	});

	it("tells other settings, one that is merged in, other servers and who may write them", () => {
		install(`${etc}/managed-mcp.json`, "{}");
		chmodSync(install(`${etc}/managed-settings.json`, settings), 0o666);
		install(`${etc}/managed-settings.d/90-more.json`, "{}");
		expect(check()).toEqual([
			[
				`Claude Code revision other than ${revision}: /etc/claude-code/managed-settings.d/90-more.json`,
				"mode: others than root may write /etc/claude-code/managed-settings.json",
				"servers: /etc/claude-code/managed-mcp.json is another",
			],
			1,
		]);
	});
});

/** What the tools of a Mac print, by Python. */
const tools = `#!/usr/bin/python3 -IS
import hashlib, os, plistlib, sys
name, args = os.path.basename(sys.argv[0]), sys.argv[1:]
if name == "plutil":
    sys.stdout.buffer.write(plistlib.dumps(plistlib.load(open(args[-1], "rb")), sort_keys=False))
elif name == "PlistBuddy":
    value = plistlib.load(open(args[-1], "rb"))
    try:
        for step in args[1].removeprefix("Print :").split(":"):
            value = value[int(step)] if isinstance(value, list) else value[step]
    except (KeyError, IndexError):
        sys.exit(1)
    print(str(value).lower() if isinstance(value, bool) else value)
elif name == "shasum":
    print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest() + "  -")
`;

describe("on macOS, with its tools stood in for", () => {
	const list = profile("macos/claude-code/com.anthropic.claudecode.plist");
	const domain = "Managed Preferences/com.anthropic.claudecode.plist";
	const support = "Library/Application Support/ClaudeCode";
	const check = () => {
		for (const tool of ["plutil", "PlistBuddy", "shasum"])
			writeFileSync(path.join(folder, tool), tools, { mode: 0o755 });
		const script = device("macos/check-claude-code.sh")
			.replaceAll(/\/usr\/(?:bin|libexec)\/(?=plutil|PlistBuddy|shasum)/g, `${folder}/`)
			.replaceAll("/Library/Managed Preferences", `${folder}/Managed Preferences`);
		return checked(script);
	};
	const servers = () => install(`${support}/managed-mcp.json`, profile("macos/claude-code/managed-mcp.json"));

	it("tells the revision of a profile, value by value", () => {
		servers();
		install(domain, list);
		expect(check()).toEqual([[right], 0]);
	});

	it("tells the revision of a file where there is no profile", () => {
		servers();
		install(`${support}/managed-settings.json`, profile("macos/claude-code/managed-settings.json"));
		expect(check()).toEqual([[right], 0]);
	});

	it("tells which values differ, how many there are, and a file that is not read", () => {
		servers();
		install(`${support}/managed-settings.json`, "{}");
		install(domain, list.replace("<integer>7</integer>", "<integer>8</integer>").replace("<false/>", "<true/>"));
		const [lines, status] = check();
		expect([lines, status]).toEqual([
			[
				`Claude Code revision other than ${revision}: :cleanupPeriodDays :enableArtifact`,
				"not read: /Library/Application Support/ClaudeCode/managed-settings.json stands beside a profile",
			],
			1,
		]);
		install(domain, list.replace("</dict>\n</plist>", "\t<key>more</key>\n\t<true/>\n</dict>\n</plist>"));
		expect(check()[0][0]).toMatch(/^Claude Code revision other than [0-9a-f]{8}: \d+ values in place of \d+$/);
	});
});

test("on Windows it is PowerShell, and has the digests of the text and of the file", async () => {
	const parse = await powershellParser();
	const script = device("windows/Check-ClaudeCode.ps1");
	expect(() => parse(script)).not.toThrow();
	const digest = (text: string) => run("sh", ["-c", "sha256sum | cut -c 1-64"], {}, text).trim();
	const reg = Buffer.from(compiled.find("groups/pilot/profiles/windows/claude-code/ClaudeCode.reg").content);
	const [, quoted = ""] = /^"Settings"="(.*)"\r$/m.exec(reg.toString("utf16le")) ?? [];
	expect(script).toContain(digest(quoted.replace(/\\(.)/g, "$1")));
	expect(script).toContain(digest(profile("windows/claude-code/managed-settings.json")));
	expect(script).toContain(digest(profile("windows/claude-code/managed-mcp.json")));
});

describe("the packs for osquery, by SQLite", () => {
	const answer = `
import hashlib, sqlite3
def answer(given):
    db = sqlite3.connect(":memory:")
    db.create_function("sha256", 1, lambda text: hashlib.sha256(text.encode()).hexdigest())
    db.execute("CREATE TABLE registry (key, name, type, data)")
    db.execute("CREATE TABLE hash (path, sha256)")
    db.execute("CREATE TABLE plist (key, subkey, value, path)")
    for table, rows in given["rows"].items():
        for row in rows:
            db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    queries = {name: each["query"] for name, each in given["pack"]["queries"].items() if name.startswith("claude_code")}
    return {name: [list(row) for row in db.execute(query)] for name, query in queries.items()}
`;
	const ask = (platform: string, rows: object) =>
		python(answer, { pack: JSON.parse(device(`${platform}/osquery-pack.json`)), rows });

	test.each([
		["linux", "/etc/claude-code/"],
		["macos", "/Library/Application Support/ClaudeCode/"],
	])("%s: the revision of each file by its digest", (platform, at) => {
		const sha256 = compiled.bundle.digests[`groups/pilot/profiles/${platform}/claude-code/managed-settings.json`];
		const hash = [
			{ path: `${at}managed-settings.json`, sha256 },
			{ path: `${at}managed-settings.d/90-more.json`, sha256: "0" },
			{ path: `${at}managed-mcp.json`, sha256 },
		];
		expect(ask(platform, { hash })).toMatchObject({
			claude_code_revision: [
				[`${at}managed-settings.json`, revision],
				[`${at}managed-settings.d/90-more.json`, "other"],
			],
		});
	});

	test("Windows: the revision by the text, and macOS: what a profile has", () => {
		const reg = Buffer.from(compiled.find("groups/pilot/profiles/windows/claude-code/ClaudeCode.reg").content);
		const [, quoted = ""] = /^"Settings"="(.*)"\r$/m.exec(reg.toString("utf16le")) ?? [];
		const key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode";
		const value = { key, name: "Settings", type: "REG_SZ", data: quoted.replace(/\\(.)/g, "$1") };
		expect(ask("windows", { registry: [value] })).toEqual({ claude_code_revision: [[revision]] });
		expect(ask("windows", { registry: [{ ...value, data: "{}" }] })).toEqual({ claude_code_revision: [["other"]] });
		const path = "/Library/Managed Preferences/com.anthropic.claudecode.plist";
		const plist = ["DISABLE_TELEMETRY", "AWS_REGION"].map((subkey) => ({ path, key: "env", subkey, value: "1" }));
		expect(ask("macos", { plist })).toMatchObject({ claude_code_policy: [["env"]] });
	});
});
