import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeSigners, verified } from "../signing/identities.js";
import { temporaryFolder } from "../support/command.js";
import { run } from "../support/programs.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
let keys = "";
let unsigned = "";
let out = "";

const deployment = (sign: string) => `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12, identifier: com.example.cowork }
inference: { gateway: { baseUrl: https://llm.example.com, models: [claude-sonnet-5], signIn: { helper: { path: /opt/token } } } }
groups: { pilot: { preset: none, platforms: [macos] } }
profiles: { mobileconfig: { ${sign} } }
`;

async function synth(sign: string, environment: Record<string, string> = {}) {
	const file = path.join(keys, "deployment.yaml");
	writeFileSync(file, deployment(sign));
	const invoked = await invoke(["synth", file, "--out", out], { environment });
	return { ...invoked, said: [...invoked.results, ...invoked.notices].join("\n") };
}

const profile = () => path.join(out, "eu/groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig");

beforeAll(async () => {
	keys = folder();
	makeSigners(keys);
}, 60_000);

beforeEach(() => {
	out = path.join(mkdtempSync(path.join(folder(), "out-")), "out");
});

describe("a signed profile", () => {
	it("is the one that is not signed, inside what OpenSSL verifies, and the same each time", async () => {
		expect((await synth("")).code).toBe(0);
		unsigned = readFileSync(profile(), "utf8");
		expect((await synth("sign: { certificate: rsa.pem, key: rsa.key }")).code).toBe(0);
		const once = readFileSync(profile());
		expect(verified(keys, profile())).toBe(unsigned);
		rmSync(out, { recursive: true });
		expect((await synth("sign: { certificate: rsa.pem, key: rsa.key }")).code).toBe(0);
		expect(readFileSync(profile()).equals(once)).toBe(true);
	});

	it("of Claude Code is signed in the same way, by a block of its own", async () => {
		const file = path.join(keys, "code.yaml");
		const block = "{ sign: { certificate: rsa.pem, key: { fromEnv: KEY } } }";
		writeFileSync(
			file,
			`${deployment("").replace("{ mobileconfig: {", `{ codeMobileconfig: ${block}, mobileconfig: {`)}claudeCode: {}\n`,
		);
		const environment = { KEY: readFileSync(path.join(keys, "rsa.key"), "utf8") };
		expect((await invoke(["synth", file, "--out", out], { environment })).code).toBe(0);
		const own = profile().replace(/([^/]*)\.mobileconfig$/, "claude-code/$1.claude-code.mobileconfig");
		expect(verified(keys, own)).toContain("com.anthropic.claudecode");
	});

	it.each([
		["a key of EC", "sign: { certificate: ec.pem, key: ec.key }", {}],
		["a key that is a secret", "sign: { certificate: rsa.pem, key: { fromEnv: KEY } }", { KEY: "rsa.key" }],
		["a PKCS#12 file", "sign: { pkcs12: modern.p12, password: { fromEnv: PASSWORD } }", { PASSWORD: "p\u00e455" }],
	])("is made with %s", async (_, sign, environment: Record<string, string>) => {
		const { KEY } = environment;
		const { code } = await synth(sign, KEY ? { KEY: readFileSync(path.join(keys, KEY), "utf8") } : environment);
		expect(code).toBe(0);
		expect(verified(keys, profile())).toContain("com.anthropic.claudefordesktop");
	});

	it("is made with an old PKCS#12 file, once it is converted as the refusal says", async () => {
		const { said } = await synth("sign: { pkcs12: legacy.p12, password: { fromEnv: PASSWORD } }", {
			PASSWORD: "p\u00e455",
		});
		const command = /openssl pkcs12 .* -out new\.p12/.exec(said)?.[0] ?? "";
		// Only where a person would be asked for a password is something added.
		const asked = command
			.replace("old.p12", "legacy.p12 -passin pass:p\u00e455 -passout pass:between")
			.replace("-export", "-export -passin pass:between -passout pass:new");
		run("sh", ["-c", `cd "$1" && ${asked}`, "sh", keys]);
		const { code } = await synth("sign: { pkcs12: new.p12, password: { fromEnv: PASSWORD } }", { PASSWORD: "new" });
		expect(code).toBe(0);
		expect(verified(keys, profile())).toContain("com.anthropic.claudefordesktop");
	});

	it("is warned about where the certificate ends soon", async () => {
		const { code, said } = await synth("sign: { certificate: soon.pem, key: soon.key }");
		expect(code).toBe(0);
		expect(said).toMatch(/warning: profiles\.mobileconfig\.sign\.certificate .*: expires on \d{4}-\d\d-\d\d; renew it/);
	});

	it("is left out, by name, where its secret is not there", async () => {
		const { code, said } = await synth("sign: { pkcs12: modern.p12, password: { fromEnv: PASSWORD } }");
		expect([code, existsSync(profile())]).toEqual([0, false]);
		expect(said).toContain("environment variable PASSWORD");
	});
});

describe("nothing is written, and nothing of the key said, with", () => {
	it.each([
		["a certificate that ended", "sign: { certificate: ended.pem, key: ended.key }", "certificate", "expired on"],
		["no such file", "sign: { certificate: none.pem, key: rsa.key }", "certificate", "cannot be read (ENOENT)"],
		["a file that is no certificate", "sign: { certificate: rsa.key, key: rsa.key }", "certificate", "no certificate"],
		["a file that is no key", "sign: { certificate: rsa.pem, key: rsa.pem }", "key", "no readable key"],
		["a key of too few bits", "sign: { certificate: weak.pem, key: weak.key }", "key", "an RSA key of 1024 bits"],
		["a secret that is no key", "sign: { certificate: rsa.pem, key: { fromEnv: WRONG } }", "key", "no readable key"],
		["the key of another", "sign: { certificate: rsa.pem, key: ec.key }", "key", "not the key of the certificate"],
		[
			"an old PKCS#12 file",
			"sign: { pkcs12: legacy.p12, password: { fromEnv: PASSWORD } }",
			"pkcs12",
			"openssl pkcs12 -legacy",
		],
		["a wrong password", "sign: { pkcs12: modern.p12, password: { fromEnv: WRONG } }", "pkcs12", "this password opens"],
		["half of a signer", "sign: { certificate: rsa.pem }", "", "expected certificate and key"],
	])("%s", async (_, sign, member, message) => {
		const { code, said } = await synth(sign, { PASSWORD: "p\u00e455", WRONG: "guess-of-mine" });
		expect([code, existsSync(out)]).toEqual([1, false]);
		expect(said).toContain(`profiles.mobileconfig.sign${member && `.${member}`} (`);
		expect(said).toContain(message);
		expect(said).not.toMatch(/PRIVATE KEY|guess-of-mine|p\u00e455/);
	});

	it("a key that stands in the file", async () => {
		const { code, said } = await synth('sign: { certificate: rsa.pem, key: "-----BEGIN PRIVATE KEY----- abc" }');
		expect([code, existsSync(out)]).toEqual([1, false]);
		expect(said).toContain("is a key in plain text");
		expect(said).not.toContain("abc");
	});
});
