import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generator } from "../../src/generator.js";
import { compile, everySecret, reversed, twins } from "./compiled.js";

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

test("the manifest lists every other file, sorted, with digest, size, media type, group and sensitivity", async () => {
	const { bundle, json } = await compile(twins, everySecret);
	const others = bundle.files.filter(({ path }) => path !== "manifest.json");
	const digests = Object.fromEntries(others.map(({ path, content }) => [path, [sha256(content), content.length]]));
	const listed = (path: string, mediaType: string, sensitive: boolean, group?: string) => ({
		path,
		sha256: digests[path]?.[0],
		bytes: digests[path]?.[1],
		mediaType,
		...(group && { group }),
		sensitive,
	});
	const group = (name: string) => [
		listed(`groups/${name}/HANDOVER.md`, "text/markdown", false, name),
		listed(`groups/${name}/device/macos/INSTALL.md`, "text/markdown", false, name),
		listed(`groups/${name}/device/macos/check-claude-desktop.sh`, "text/x-shellscript", false, name),
		listed(`groups/${name}/device/macos/jamf-extension-attribute.sh`, "text/x-shellscript", false, name),
		listed(`groups/${name}/device/macos/osquery-pack.json`, "application/json", false, name),
		listed(`groups/${name}/device/macos/santa-static-rules.plist`, "application/xml", false, name),
		listed(`groups/${name}/device/windows/Check-ClaudeDesktop.ps1`, "text/x-powershell", false, name),
		listed(`groups/${name}/device/windows/Claude-compliance.json`, "application/json", false, name),
		listed(`groups/${name}/device/windows/Claude-compliance.ps1`, "text/x-powershell", false, name),
		listed(`groups/${name}/device/windows/INSTALL.md`, "text/markdown", false, name),
		listed(`groups/${name}/device/windows/applocker.xml`, "application/xml", false, name),
		listed(`groups/${name}/device/windows/osquery-pack.json`, "application/json", false, name),
		listed(`groups/${name}/egress.json`, "application/json", false, name),
		listed(`groups/${name}/egress.txt`, "text/plain", false, name),
		listed(`groups/${name}/profiles/macos/com.anthropic.claudefordesktop.plist`, "application/x-plist", true, name),
		listed(
			`groups/${name}/profiles/macos/com.example.cowork.eu.${name}.mobileconfig`,
			"application/x-apple-aspen-config",
			true,
			name,
		),
		listed(`groups/${name}/profiles/windows/Claude-remove.reg`, "text/x-ms-regedit", false, name),
		listed(`groups/${name}/profiles/windows/Claude.reg`, "text/x-ms-regedit", true, name),
		listed(`groups/${name}/settings.json`, "application/json", false, name),
	];
	expect(json("manifest.json")).toEqual({
		schemaVersion: 1,
		generator: "pulumi-cowork 0.1.0",
		facts: { app: "2.19675.0", date: "2026-10-01" },
		inputDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
		files: [
			listed("DATA.md", "text/markdown", false),
			listed("deployment.json", "application/json", false),
			listed("egress.json", "application/json", false),
			listed("egress.txt", "text/plain", false),
			listed("firewall/hosts/hosts.txt", "text/plain", false),
			listed("firewall/squid/squid.conf", "text/plain", false),
			...group("general"),
			...group("pilot"),
		],
		omitted: [],
	});
	expect(bundle.files.at(-1)).toMatchObject({ path: "manifest.json", mediaType: "application/json", sensitive: false });
});

test("the generator is the package's name and version", () => {
	const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
	expect(generator).toBe(`${name} ${version}`);
});

test("the input's digest is that of the canonical JSON of the deployment with its defaults, secrets by reference", async () => {
	const canonical = [
		'{"app":{"installer":"online","maximumVersion":"2.19675.0"},"extraSettings":{},"firewall":{"hosts":{"accept":["narrowed"]},"squid":{"accept":["widened"],"dedicated":true}},',
		'"groups":{"general":{"extraSettings":{},"platforms":["macos","windows"],"preset":"none","settings":{}},',
		'"pilot":{"extraSettings":{},"platforms":["macos","windows"],"preset":"none","settings":{}}},',
		'"inference":{"gateway":{"baseUrl":"https://llm.example.com","models":["claude-sonnet-5"],',
		'"signIn":{"apiKey":{"fromEnv":"GATEWAY_KEY"}}}},"name":"eu",',
		'"organization":{"identifier":"com.example.cowork","name":"Example Corp","uuid":"6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11"},',
		'"profiles":{},"publish":{},"settings":{}}',
	].join("");
	const digest = expect.objectContaining({ inputDigest: sha256(canonical) });
	expect((await compile(twins, everySecret)).json("manifest.json")).toEqual(digest);
	expect((await compile(twins)).json("manifest.json"), "without the secret").toEqual(digest);
	expect((await compile(reversed(twins))).json("manifest.json"), "in another order").toEqual(digest);
	const spelledOut = { ...twins, app: { installer: "online", maximumVersion: "2.19675.0" }, settings: {}, publish: {} };
	expect((await compile(spelledOut)).json("manifest.json"), "with a default written out").toEqual(digest);
	const other = { ...twins, organization: { ...twins.organization, name: "Example AG" } };
	expect((await compile(other)).json("manifest.json")).not.toEqual(digest);
});
