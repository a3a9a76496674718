import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/json.js";
import type { CodeFormat } from "../../../src/profiles/claude-code/code-format.js";
import { codeIntuneOmaUri } from "../../../src/profiles/claude-code/code-intune-oma-uri.js";
import { codeManagedMcp } from "../../../src/profiles/claude-code/code-managed-mcp.js";
import { codeManagedSettings } from "../../../src/profiles/claude-code/code-managed-settings.js";
import { codeMobileconfig } from "../../../src/profiles/claude-code/code-mobileconfig.js";
import { codePreferencePlist } from "../../../src/profiles/claude-code/code-preference-plist.js";
import { codeAdmx } from "../../../src/profiles/code-admx.js";
import { makeSigners, verified } from "../../signing/identities.js";
import { checkAdmx, hasAdmxSchemas } from "../../support/admx-schemas.js";
import { needsPlistlib, readPlists } from "../../support/plists.js";
import { program, run } from "../../support/programs.js";
import { identity } from "../cases.js";
import { profileWith, servers } from "./exam.js";

// What programs of others make of the files, beside the readers of each format.

const folder = mkdtempSync(join(tmpdir(), "claude-code-"));
afterAll(() => rmSync(folder, { recursive: true }));

const settings: JsonObject = {
	parentSettingsBehavior: "merge",
	feedbackSurveyRate: 0.005,
	cleanupPeriodDays: 7,
	sandbox: { enabled: true, network: { allowedDomains: ["*.example.com"] } },
	permissions: { deny: ["Read(~/.ssh/**)", 'Bash(echo "<&>" \\ %PATH% *)'], allow: [] },
	claudeMd: "one\r\ntwo\ttabs\u2028 \u{1f600}",
	env: { DISABLE_TELEMETRY: "1" },
};

async function bytesOf(format: CodeFormat, options: object = {}): Promise<Uint8Array> {
	const [platform] = format.platforms;
	const { value } = await format.render(profileWith(settings, platform), options);
	return value?.[0]?.content ?? new Uint8Array();
}

function written(name: string, content: Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const lists = [codeMobileconfig, codePreferencePlist];

test.skipIf(!program("xmllint"))("property lists follow Apple's DTD: needs xmllint", async () => {
	const dtd = new URL("../../support/plist.dtd", import.meta.url).pathname;
	for (const format of lists) {
		const path = written("list.plist", await bytesOf(format));
		expect(run("xmllint", ["--noout", "--nonet", "--dtdvalid", dtd, path])).toBe("");
	}
});

test.skipIf(!program("plistutil") || !needsPlistlib.isHere)(
	"property lists are the same after libplist has written them anew: needs plistutil and python3",
	async () => {
		for (const format of lists) {
			const source = await bytesOf(format);
			const target = join(folder, "target.plist");
			run("plistutil", ["-i", written("source.plist", source), "-o", target, "-f", "xml"]);
			expect(readPlists([readFileSync(target)])).toEqual(readPlists([source]));
		}
	},
);

test.skipIf(!program("jq"))("the files of JSON are what jq reads: needs jq", async () => {
	const read = (content: Uint8Array) => JSON.parse(run("jq", ["-c", ".", written("file.json", content)]));
	expect(read(await bytesOf(codeManagedSettings))).toEqual(settings);
	expect(read(await bytesOf(codeManagedMcp))).toEqual({ mcpServers: servers });
});

describe.skipIf(!hasAdmxSchemas)("Microsoft's schemas: needs them beside the repository, and xmllint", () => {
	test("take the definition that devices take in", async () => {
		const { omaSettings } = JSON.parse(new TextDecoder().decode(await bytesOf(codeIntuneOmaUri)));
		checkAdmx([omaSettings[0].value]);
	});

	test("take the definitions for administrators, which name one text of the key that Claude Code reads", async () => {
		const { value: [zip] = [] } = await codeAdmx.render({ identity, platform: "windows" }, {});
		const files = unzipSync(zip?.content ?? new Uint8Array());
		const text = (name: string) => strFromU8(files[`PolicyDefinitions/${name}`] ?? new Uint8Array());
		const admx = text("PulumiClaudeCode.admx");
		checkAdmx([admx, text("en-US/PulumiClaudeCode.adml")]);
		expect(admx).toContain('key="SOFTWARE\\Policies\\ClaudeCode"');
		expect([...admx.matchAll(/valueName="([^"]*)"/g)].map(([, name]) => name)).toEqual(["Settings"]);
	});
});

describe("signatures", () => {
	beforeAll(() => makeSigners(folder), 60_000);
	const signer = (name: string) => ({
		certificate: readFileSync(join(folder, `${name}.pem`), "utf8"),
		key: readFileSync(join(folder, `${name}.key`), "utf8"),
	});

	test.each(["rsa", "ec"])("of %s hold over the profile as it is without", async (name) => {
		const plain = new TextDecoder().decode(await bytesOf(codeMobileconfig));
		const signed = await bytesOf(codeMobileconfig, { sign: signer(name) });
		expect(verified(folder, written("signed.mobileconfig", signed))).toBe(plain);
	});

	test("of RSA are the same each time", async () => {
		const sign = signer("rsa");
		expect(await bytesOf(codeMobileconfig, { sign })).toEqual(await bytesOf(codeMobileconfig, { sign }));
	});

	test("are not made with a key of another certificate", async () => {
		const sign = { certificate: signer("rsa").certificate, key: signer("ec").key };
		const { value, problems } = await codeMobileconfig.render(profileWith(settings, "macos"), { sign });
		expect([value, problems.map(({ path }) => path)]).toEqual([undefined, [["sign", "key"]]]);
	});
});
