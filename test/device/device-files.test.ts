import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { platforms } from "../../src/profiles/format.js";
import { compile, everySecret, twins } from "../bundle/compiled.js";
import { readPlists } from "../support/plists.js";
import { powershellParser, valuesInHash } from "../support/powershell.js";
import { program, run } from "../support/programs.js";
import { python } from "../support/python.js";

/** One setting is a credential, one has a text that shells and SQL have to quote, and one is a structure. */
const settings = { disableAutoUpdates: true, banner: { enabled: true, text: 'Don\'t "share" $HOME \u00e4' } };
const groups = { pilot: { preset: "none", platforms: [...platforms] } };
const deployment = { ...twins, settings, groups, firewall: {} };
const withSecret = await compile(deployment, everySecret);
const helper = { ...twins.inference.gateway, signIn: { helper: { path: "/opt/example/token" } } };
const open = await compile({ ...deployment, inference: { gateway: helper } });
const device = (compiled: typeof open, file: string) => compiled.text(`groups/pilot/device/${file}`);
const revision = /^Settings ([0-9a-f]{8})\./m.exec(device(open, "macos/INSTALL.md"))?.[1] ?? "";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "device-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("no file of devices holds a credential, and none depends on it", async () => {
	const without = await compile(deployment);
	const files = withSecret.bundle.files.filter(({ path }) => path.includes("/device/"));
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		expect(file.sensitive).toBe(false);
		expect(Buffer.from(file.content).equals(Buffer.from(without.find(file.path).content))).toBe(true);
		expect(Buffer.from(file.content).includes("key-of-the-gateway")).toBe(false);
	}
});

const shellScripts = [
	"macos/check-claude-desktop.sh",
	"macos/jamf-extension-attribute.sh",
	"linux/check-claude-desktop.sh",
];

it.each(shellScripts)("%s is a script that shells read", (name) => {
	const { status, stderr } = spawnSync("sh", ["-n"], { input: device(open, name), encoding: "utf8" });
	expect([status, stderr]).toEqual([0, ""]);
});

it.skipIf(!program("shellcheck")).each(shellScripts)("%s passes shellcheck", (name) => {
	run("shellcheck", ["-s", "sh", "-"], {}, device(open, name));
});

describe("on Linux", () => {
	const check = (compiled = open) => {
		const { stdout, status } = spawnSync("sh", ["-c", device(compiled, "linux/check-claude-desktop.sh")], {
			encoding: "utf8",
			env: { ...process.env, DESTDIR: folder },
		});
		return [stdout.replaceAll(folder, "").trimEnd().split("\n"), status];
	};
	const etc = () => path.join(folder, "etc/claude-desktop");
	const file = () => path.join(etc(), "managed-settings.json");
	const install = (text = open.text("groups/pilot/profiles/linux/managed-settings.json"), mode = 0o644) => {
		mkdirSync(etc(), { recursive: true, mode: 0o755 });
		writeFileSync(file(), text);
		chmodSync(file(), mode);
	};
	// Only root can make files of root.
	const asRoot = process.getuid?.() === 0;

	it("tells that there are none", () => {
		expect(check()).toEqual([["revision none: no settings of the machine"], 1]);
	});

	it.skipIf(!asRoot)("tells the revision", () => {
		install();
		expect(check()).toEqual([[`revision ${revision}`], 0]);
	});

	it.skipIf(!asRoot)("tells other settings, who may write them and who may not read them", () => {
		install("{}\n", 0o662);
		expect(check()).toEqual([
			[
				`revision other than ${revision}`,
				"mode: others than root may write /etc/claude-desktop/managed-settings.json",
				"mode: users may not read /etc/claude-desktop/managed-settings.json",
			],
			1,
		]);
	});

	it.skipIf(!asRoot)("tells a symbolic link", () => {
		mkdirSync(etc(), { recursive: true });
		const elsewhere = path.join(folder, "elsewhere.json");
		writeFileSync(elsewhere, open.text("groups/pilot/profiles/linux/managed-settings.json"));
		chmodSync(elsewhere, 0o644);
		symlinkSync(elsewhere, file());
		const [lines, status] = check();
		expect([lines, status]).toEqual([
			expect.arrayContaining(["symbolic link: /etc/claude-desktop/managed-settings.json is not followed"]),
			1,
		]);
	});

	it.skipIf(!asRoot)("does not judge a revision that a credential is part of", () => {
		install(withSecret.text("groups/pilot/profiles/linux/managed-settings.json"));
		expect(check(withSecret)).toEqual([["revision not told: the settings hold what only the device has"], 0]);
	});
});

/** The tools of macOS that the script calls, over Python's plistlib; what `profiles` prints is a file. */
const macTools = `#!/usr/bin/python3 -IS
import os, plistlib, sys
name, args = os.path.basename(sys.argv[0]), sys.argv[1:]
if name == "plutil":
    sys.stdout.buffer.write(plistlib.dumps(plistlib.load(open(args[-1], "rb")), sort_keys=False))
elif name == "PlistBuddy":
    print(plistlib.load(open(args[-1], "rb"))[args[1].removeprefix("Print :")])
elif name == "shasum":
    import hashlib
    print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest() + "  -")
elif name == "profiles":
    sys.stdout.write(open(os.environ["PROFILES"]).read())
`;

describe("on macOS, with its tools stood in for", () => {
	const preferences = open.text("groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist");
	const domain = "com.anthropic.claudefordesktop";
	const managed = () => path.join(folder, "Managed Preferences");
	const check = (compiled = open, name = "check-claude-desktop.sh", profiles = "") => {
		for (const tool of ["plutil", "PlistBuddy", "shasum", "profiles"])
			writeFileSync(path.join(folder, tool), macTools, { mode: 0o755 });
		writeFileSync(path.join(folder, "profiles.xml"), profiles);
		const script = device(compiled, `macos/${name}`)
			.replaceAll(/\/usr\/(?:bin|libexec)\/(?=plutil|PlistBuddy|shasum|profiles)/g, `${folder}/`)
			.replaceAll("/Library/Managed Preferences", managed());
		const { stdout, stderr, status } = spawnSync("sh", ["-c", script], {
			encoding: "utf8",
			env: { ...process.env, PROFILES: path.join(folder, "profiles.xml") },
		});
		expect(stderr).toBe("");
		return [stdout.replaceAll(folder, "").trimEnd().split("\n"), status];
	};
	const install = (text: string, user = "") => {
		mkdirSync(path.join(managed(), user), { recursive: true });
		writeFileSync(path.join(managed(), user, `${domain}.plist`), text);
	};

	it("tells that there are none", () => {
		expect(check()).toEqual([["revision none: no settings of the device"], 1]);
	});

	it("tells the revision, of what the profile carries too", () => {
		install(preferences);
		expect(check()).toEqual([[`revision ${revision}`], 0]);
		const profile = open.text("groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig");
		expect(check(open, "check-claude-desktop.sh", profile)).toEqual([[`revision ${revision}`], 0]);
	});

	it("sees that a credential is there, whatever it is", () => {
		install(withSecret.text(`groups/pilot/profiles/macos/${domain}.plist`));
		const [[line], status] = check(withSecret) as [string[], number];
		expect([line, status]).toEqual([expect.stringMatching(/^revision [0-9a-f]{8}$/), 0]);
	});

	it("tells which settings differ, and types that are not read", () => {
		install(
			preferences
				.replace("<string>true</string>", "<array/>")
				.replace("</dict>", "\t<key>strange</key>\n\t<string>x</string>\n</dict>"),
		);
		const [lines, status] = check();
		expect([lines, status]).toEqual([
			[
				expect.stringMatching(new RegExp(`^revision other than ${revision}: [A-Za-z]+ strange$`)),
				expect.stringMatching(/^unreadable types: [A-Za-z]+$/),
			],
			1,
		]);
	});

	it("tells settings of a user beside those of the device", () => {
		install(preferences);
		install(preferences, "anna");
		expect(check()).toEqual([
			[`revision ${revision}`, `machine beside user: /Managed Preferences/anna/${domain}.plist wins key by key`],
			1,
		]);
	});

	it("tells two profiles, and the one that the app exported", () => {
		install(preferences);
		const ours = open.text("groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig");
		const exported = ours.replaceAll("com.example.cowork.eu.pilot", `${domain}.profile`);
		const [lines, status] = check(open, "jamf-extension-attribute.sh", ours + exported);
		expect([lines, status]).toEqual([
			[
				`<result>revision ${revision}`,
				`two profiles: 2 payloads of ${domain}; a device belongs to one group`,
				`exported profile: ${domain}.profile is installed; com.example.cowork.eu.pilot does not replace it, remove it</result>`,
			],
			0,
		]);
	});

	it("counts no payload of others that names the app, and counts preferences that are managed as one", () => {
		install(preferences);
		const ours = open.text("groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig");
		const notifications = `<key>BundleIdentifier</key>\n<string>${domain}</string>\n`;
		expect(check(open, "check-claude-desktop.sh", ours + notifications)).toEqual([[`revision ${revision}`], 0]);
		const forced = `<key>${domain}</key>\n<dict>\n<key>Forced</key>\n`;
		expect(check(open, "check-claude-desktop.sh", ours + forced)[0]).toContain(
			`two profiles: 2 payloads of ${domain}; a device belongs to one group`,
		);
	});

	test("the rule for Santa is one for the signing identity of the agent helper", () => {
		const [read] = readPlists([open.find("groups/pilot/device/macos/santa-static-rules.plist").content]);
		expect(read).toEqual({
			StaticRules: [
				{ identifier: "Q6L2SF6YDW:com.anthropic.claude-code", rule_type: "SIGNINGID", policy: "ALLOWLIST" },
			],
		});
	});
});

describe("on Windows", async () => {
	const parse = await powershellParser();

	it.each(["Check-ClaudeDesktop.ps1", "Claude-compliance.ps1"])("%s is PowerShell, in ASCII with CRLF", (name) => {
		const script = device(withSecret, `windows/${name}`);
		expect(script).toMatch(/^(?:[\t -~]*\r\n)+$/);
		const tree = parse(script);
		if (name !== "Check-ClaudeDesktop.ps1") return;
		const digests = valuesInHash(tree);
		expect(digests.inferenceGatewayApiKey).toBe("");
		// sha256sum of the text `gateway`.
		expect(digests.inferenceProvider).toBe("4ea5ee68fea05586106890ded5733820bb77d919cda27bc4b8139b7cd33b8889");
	});

	test("the rules of the compliance policy judge what its script prints", () => {
		const { Rules } = JSON.parse(device(open, "windows/Claude-compliance.json"));
		const script = device(open, "windows/Claude-compliance.ps1");
		expect(Rules.map((rule: { SettingName: string }) => rule.SettingName)).toEqual([
			"ClaudeRevision",
			"ClaudeFindings",
		]);
		for (const { SettingName } of Rules) expect(script).toContain(`${SettingName} = `);
		expect(Rules[0]).toMatchObject({ Operator: "IsEquals", DataType: "String", Operand: revision });
	});

	test("the policy of AppLocker allows a publisher, and closes nothing by itself", () => {
		const read = run(
			"xmllint",
			[
				"--xpath",
				"concat(/AppLockerPolicy[@Version='1']/RuleCollection[@Type='Exe']/@EnforcementMode, '|', //FilePublisherRule/@Action, '|', //FilePublisherCondition/@PublisherName)",
				"-",
			],
			{},
			device(open, "windows/applocker.xml"),
		);
		expect(read.trim()).toBe('AuditOnly|Allow|O="ANTHROPIC, PBC", L=SAN FRANCISCO, S=CALIFORNIA, C=US');
	});
});

describe("the packs for osquery, by SQLite", () => {
	/** Runs every query over the tables as osquery describes them. */
	const answer = `
import hashlib, sqlite3
def answer(given):
    db = sqlite3.connect(":memory:")
    db.create_function("sha256", 1, lambda text: hashlib.sha256(text.encode()).hexdigest())
    db.execute("CREATE TABLE managed_policies (domain, uuid, name, value, username, manual)")
    db.execute("CREATE TABLE registry (key, path, name, type, data, mtime)")
    db.execute("CREATE TABLE file (path, directory, filename, uid, gid, mode, symlink)")
    db.execute("CREATE TABLE hash (path, directory, md5, sha1, sha256)")
    for table, rows in given["rows"].items():
        for row in rows:
            names = ", ".join(row)
            db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    return {name: [list(row) for row in db.execute(each["query"])] for name, each in given["pack"]["queries"].items()}
`;
	const ask = (compiled: typeof open, platform: string, rows: object) =>
		python(answer, { pack: JSON.parse(device(compiled, `${platform}/osquery-pack.json`)), rows }) as Record<
			string,
			string[][]
		>;
	const texts = (compiled: typeof open) => {
		const { content } = compiled.find("groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist");
		const [values = {}] = readPlists([content]);
		return values;
	};
	const policies = (compiled: typeof open, username = "") =>
		Object.entries(texts(compiled)).map(([name, value]) => ({
			domain: "com.anthropic.claudefordesktop",
			name,
			value,
			username,
		}));
	const machine = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude";
	const registry = (key = machine, type = "REG_SZ") =>
		Object.entries(texts(open)).map(([name, data]) => ({ key, name, type, data }));

	test("macOS: the revision, users beside the machine, and no credential", () => {
		expect(ask(open, "macos", { managed_policies: policies(open) }).claude_revision).toEqual([[revision]]);
		expect(ask(open, "macos", { managed_policies: policies(open).slice(1) }).claude_revision).toEqual([["other"]]);
		const both = ask(withSecret, "macos", {
			managed_policies: [...policies(withSecret), ...policies(withSecret, "anna").slice(0, 1)],
		});
		expect(both.claude_revision).toEqual([[expect.stringMatching(/^[0-9a-f]{8}$/)]]);
		expect(both.claude_machine_beside_user).toEqual([[expect.any(String), "anna"]]);
		expect(JSON.stringify(both)).not.toContain("key-of-the-gateway");
	});

	test("Windows: the revision, another hive and types that are not read", () => {
		expect(ask(open, "windows", { registry: registry() }).claude_revision).toEqual([[revision]]);
		const user = "HKEY_USERS\\S-1-5-21-1\\SOFTWARE\\Policies\\Claude";
		const wrong = ask(open, "windows", {
			registry: [...registry(machine, "REG_EXPAND_SZ").slice(0, 1), ...registry(user).slice(0, 1)],
		});
		expect([wrong.claude_wrong_hive?.length, wrong.claude_unreadable_types?.length]).toEqual([1, 1]);
	});

	test("Linux: the revision by the digest of the file", () => {
		const { digests } = open.bundle;
		const sha256 = digests["groups/pilot/profiles/linux/managed-settings.json"];
		const rows = { hash: [{ path: "/etc/claude-desktop/managed-settings.json", sha256 }] };
		expect(ask(open, "linux", rows).claude_revision).toEqual([[revision]]);
	});
});

test.each([
	["1.46388.1", undefined, "one that runs reads them again every 2 minutes.", "it is ignored as a whole"],
	["1.2581.0", undefined, "every 2 minutes from 1.46388.1 on.", "from 1.19367.0 on it is ignored as a whole"],
	["1.2581.0", "1.19000.0", "and not again while it runs.", "it is merged with what the machine has."],
])(
	"steps for apps from %s to %s say of versions only what holds for one of them",
	async (oldest, newest, again, user) => {
		const app = { minimumVersion: oldest, ...(newest !== undefined && { maximumVersion: newest }) };
		const settings = { configRecheckIntervalMinutes: 2 };
		const { text } = await compile({ ...twins, app, settings, groups: { pilot: twins.groups.pilot } });
		const page = text("groups/pilot/device/windows/INSTALL.md").replace(/\s+/g, " ");
		expect(page).toContain(again);
		expect(page).toContain(`where the app exports to: ${user}`);
	},
);
