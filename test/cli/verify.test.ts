import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exportedJson, exportedProfile, exportedRegistry } from "../reading/app-exports.js";
import { temporaryFolder } from "../support/command.js";
import { canMerge } from "../support/hive.js";
import { program, run } from "../support/programs.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const key = "key-of-the-gateway";
const environment = { GATEWAY_KEY: key };
const deployment = `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12, identifier: com.example.cowork }
inference: { gateway: { baseUrl: https://llm.example.com, models: [claude-sonnet-5], signIn: { apiKey: { fromEnv: GATEWAY_KEY } } } }
groups:
  pilot: { preset: standard, settings: { deploymentDisplayName: "Pilot é" } }
  general: { preset: lockedDown }
`;
let file = "";
let profiles = "";
beforeAll(async () => {
	file = path.join(folder(), "deployment.yaml");
	writeFileSync(file, deployment);
	const out = path.join(folder(), "out");
	expect((await invoke(["synth", file, "--out", out], { environment })).code).toBe(0);
	profiles = path.join(out, "eu/groups/pilot/profiles");
});
const verify = (...args: readonly string[]) => invoke(["verify", ...args], { environment });
const right = "pilot: the device has what the deployment says";

const written = (out: string) =>
	readdirSync(out, { recursive: true, encoding: "utf8" })
		.filter((each) => /profiles\/.*(Claude\.reg|managed-settings\.json|\.mobileconfig|\.plist)$/.test(each))
		.map((each) => path.join(out, each));

/** What an export of the samples has at a place. */
function valueIn(name: string, at: readonly (string | number)[]): string {
	if (name.endsWith("json")) return exportedJson.otlp.headers.authorization;
	const step = at.at(-1);
	if (step === "LEVEL") return "debug";
	if (step === "TICKETS_TOKEN") return "token-of-the-sample";
	return name.endsWith("reg") ? "key-of-the-sample" : "bedrock-api-key-of-the-sample";
}

test("a device with the files of its group is right, on every platform", async () => {
	for (const each of [
		"windows/Claude.reg",
		"linux/managed-settings.json",
		"macos/com.anthropic.claudefordesktop.plist",
		"macos/com.example.cowork.eu.pilot.mobileconfig",
	]) {
		const { code, results, notices } = await verify(path.join(profiles, each), "--group", "pilot", file);
		expect([each, code, results[0], notices]).toEqual([each, 0, right, []]);
	}
});

test("another group's settings end with 1, and are told as such", async () => {
	const { code, results } = await verify(path.join(profiles, "windows/Claude.reg"), "--group", "general", file);
	expect(code).toBe(1);
	expect(results[0]).toBe("general: the device differs");
	expect(results).toContain("  these are the settings of pilot");
});

test("shows no credential, as text or as JSON", async () => {
	const registry = path.join(folder(), "edited.reg");
	const text = readFileSync(path.join(profiles, "windows/Claude.reg"))
		.toString("utf16le")
		.replace(key, "another-credential");
	writeFileSync(registry, Buffer.from(text, "utf16le"));
	for (const options of [[], ["--json"]]) {
		const { code, results, notices } = await verify(registry, "--group", "pilot", file, ...options);
		expect(code).toBe(1);
		const said = [...results, ...notices].join("\n");
		expect(said).toContain("inferenceGatewayApiKey");
		expect(said).not.toMatch(/another-credential|key-of-the-gateway/);
	}
});

test("files of two platforms are no device, and a platform without files is told", async () => {
	const both = [path.join(profiles, "windows/Claude.reg"), path.join(profiles, "linux/managed-settings.json")];
	const { code, notices, results } = await verify(...both, "--group", "pilot", file);
	expect([code, results]).toEqual([1, []]);
	expect(notices).toEqual([
		`${both[1]}: is of linux, while ${both[0]} is of windows; a device has one platform, so verify the files of each device apart`,
	]);
	const asData = await verify(...both, "--group", "pilot", file, "--json");
	expect(JSON.parse(asData.results.join("\n")).problems).toEqual([
		expect.objectContaining({ code: "several-platforms", path: "", file: both[1] }),
	]);
	const narrow = path.join(folder(), "narrow.yaml");
	writeFileSync(narrow, deployment.replace("preset: standard,", "preset: standard, platforms: [macos],"));
	const onWindows = await verify(path.join(profiles, "windows/Claude.reg"), "--group", "pilot", narrow);
	expect(onWindows.code).toBe(1);
	expect(onWindows.results.join("\n")).toContain("the device is of windows, for which pilot gets no files");
});

test("the app's own export on the device is told", async () => {
	const exported = path.join(folder(), "exported.mobileconfig");
	writeFileSync(exported, exportedProfile);
	const { code, results } = await verify(exported, "--group", "pilot", file);
	expect(code).toBe(1);
	expect(results.join("\n")).toContain("is the app's own export, which no deployment replaces");
});

test("what the app's window exports goes in, is compiled, and is no difference on the device", async () => {
	for (const [name, content] of Object.entries({
		"exported.mobileconfig": exportedProfile,
		"exported.reg": exportedRegistry,
		"exported.json": JSON.stringify(exportedJson),
	})) {
		const place = path.join(folder(), `window-${name}`);
		mkdirSync(place);
		const at = (each: string) => path.join(place, each);
		writeFileSync(at(name), content);
		const imported = await invoke(["import", at(name), "--out", at("eu.yaml"), "--json"]);
		const { secrets, deployment: described } = JSON.parse(imported.results.join("\n"));
		const values = Object.fromEntries(
			secrets.map((each: { name: string; at: readonly (string | number)[] }) => [each.name, valueIn(name, each.at)]),
		);
		expect((await invoke(["synth", at("eu.yaml"), "--out", at("out")], { environment: values })).code).toBe(0);
		const [group = ""] = Object.keys(described.groups);
		const verified = async (device: string) =>
			(await invoke(["verify", device, "--group", group, at("eu.yaml")], { environment: values })).results;
		const [first, ...rest] = await verified(at(name));
		expect(rest.filter((line) => /^ {2}(missing|different|unreadable|extra|not compared) /.test(line))).toEqual([]);
		expect(first).toMatch(name.endsWith("json") ? /has what the deployment says/ : /the device differs/);
		for (const device of written(at("out"))) {
			expect([device, (await verified(device))[0]]).toEqual([
				device,
				`${group}: the device has what the deployment says`,
			]);
		}
	}
});

test("usage: no device file, no such group, a file that is no device's", async () => {
	expect((await verify("--group", "pilot", file)).code).toBe(2);
	const noGroup = await verify(path.join(profiles, "windows/Claude.reg"), "--group", "pilto", file);
	expect([noGroup.code, noGroup.notices[0]]).toEqual([2, 'no group "pilto"; did you mean "pilot"?']);
	expect((await verify(file, "--group", "pilot", file)).code).toBe(1);
});

describe.skipIf(!canMerge)("a hive that hivexregedit wrote: needs hivexregedit", () => {
	test("is right once the group's file was merged, as what is exported of it", async () => {
		const at = (name: string) => path.join(folder(), name);
		const reg = (name: string, text: string) => {
			writeFileSync(at(name), text);
			return at(name);
		};
		const hive = at("software.hive");
		run("python3", [path.resolve("test/support/hive.py"), "new", hive]);
		const own = new TextDecoder("utf-16le")
			.decode(readFileSync(path.join(profiles, "windows/Claude.reg")))
			.replaceAll("\r\n", "\n");
		const head = "Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies]\n";
		for (const source of [reg("0.reg", head), reg("1.reg", own)]) {
			run("hivexregedit", ["--merge", "--prefix", "HKEY_LOCAL_MACHINE\\SOFTWARE", hive, source], {
				PERL_UNICODE: "SD",
			});
		}
		const exported = run("hivexregedit", [
			"--export",
			"--prefix",
			"HKEY_LOCAL_MACHINE\\SOFTWARE",
			hive,
			"\\Policies\\Claude",
		]);
		const { code, results, notices } = await verify(reg("exported.reg", exported), "--group", "pilot", file);
		expect([code, results[0], notices]).toEqual([0, right, []]);
	});
});

describe.skipIf(!program("python3"))("property lists that plistlib wrote: needs python3", () => {
	test.each(["FMT_XML", "FMT_BINARY"])("are right in %s, with types of their own", async (format) => {
		const settings = path.join(profiles, "linux/managed-settings.json");
		const out = path.join(folder(), `${format}.plist`);
		const script = `import json,plistlib,sys; plistlib.dump(json.load(open(sys.argv[1])), open(sys.argv[2],"wb"), fmt=plistlib.${format})`;
		run("python3", ["-c", script, settings, out]);
		const { code, results } = await verify(out, "--group", "pilot", file);
		expect([code, results[0]]).toEqual([0, right]);
	});
});

describe.skipIf(!program("plistutil"))("a property list that libplist wrote: needs plistutil", () => {
	test("is right in its binary form", async () => {
		const out = path.join(folder(), "libplist.plist");
		run("plistutil", ["-i", path.join(profiles, "macos/com.anthropic.claudefordesktop.plist"), "-o", out, "-f", "bin"]);
		expect(readFileSync(out).subarray(0, 8).toString()).toBe("bplist00");
		const { code, results } = await verify(out, "--group", "pilot", file);
		expect([code, results[0]]).toEqual([0, right]);
	});
});

describe.skipIf(!program("openssl", ["version"]))("a profile that openssl signed: needs openssl", () => {
	test("is read as what it signs", async () => {
		const at = (name: string) => path.join(folder(), name);
		run("openssl", [
			"req",
			"-x509",
			"-newkey",
			"rsa:2048",
			"-nodes",
			"-subj",
			"/CN=Example",
			"-keyout",
			at("k.pem"),
			"-out",
			at("c.pem"),
			"-days",
			"2",
		]);
		const profile = path.join(profiles, "macos/com.example.cowork.eu.pilot.mobileconfig");
		run("openssl", [
			"cms",
			"-sign",
			"-binary",
			"-nodetach",
			"-outform",
			"DER",
			"-signer",
			at("c.pem"),
			"-inkey",
			at("k.pem"),
			"-in",
			profile,
			"-out",
			at("signed.mobileconfig"),
		]);
		const { code, results } = await verify(at("signed.mobileconfig"), "--group", "pilot", file);
		expect([code, results[0]]).toEqual([0, right]);
	});
});
