import { describe, expect, test } from "vitest";
import { refused } from "../../src/outcome.js";
import { error } from "../../src/problem.js";
import type { Profile } from "../../src/profiles/format.js";
import { mobileconfig } from "../../src/profiles/mobileconfig.js";
import { program, run } from "../support/programs.js";
import { bytesOf, identity, profileOf, settingsOf } from "./cases.js";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
const bytes = (source: string) => new TextEncoder().encode(source);

const profile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>PayloadDisplayName</key>
			<string>Claude Desktop</string>
			<key>PayloadIdentifier</key>
			<string>com.example.cowork.eu.pilot.settings</string>
			<key>PayloadType</key>
			<string>com.anthropic.claudefordesktop</string>
			<key>PayloadUUID</key>
			<string>67CB9365-1709-50C5-96FD-118B681B6C3D</string>
			<key>PayloadVersion</key>
			<integer>1</integer>
			<key>disableAutoUpdates</key>
			<string>true</string>
			<key>inferenceModels</key>
			<string>["a &amp; b","&lt;x&gt;"]</string>
			<key>inferenceProvider</key>
			<string>bedrock</string>
		</dict>
	</array>
	<key>PayloadDescription</key>
	<string>Preset Standard, settings 0a1b2c3d</string>
	<key>PayloadDisplayName</key>
	<string>Claude Desktop (eu, pilot)</string>
	<key>PayloadIdentifier</key>
	<string>com.example.cowork.eu.pilot</string>
	<key>PayloadOrganization</key>
	<string>Example &amp; Söhne &lt;Ltd&gt;</string>
	<key>PayloadScope</key>
	<string>System</string>
	<key>PayloadType</key>
	<string>Configuration</string>
	<key>PayloadUUID</key>
	<string>A3ECF6F3-683E-5E25-91B5-4FBADEC3B0E6</string>
	<key>PayloadVersion</key>
	<integer>1</integer>
</dict>
</plist>
`;

const settings = { inferenceProvider: "bedrock", inferenceModels: ["a & b", "<x>"], disableAutoUpdates: true };

test("renders exactly this profile", async () => {
	expect(text(await bytesOf(mobileconfig, settings))).toBe(profile);
	expect(mobileconfig.fileNames(identity)).toEqual(["com.example.cowork.eu.pilot.mobileconfig"]);
});

describe.skipIf(!program("python3"))("UUIDs: needs python3", () => {
	test("are of version 5, of the identifier in the project's namespace", async () => {
		const script = [
			"import uuid",
			"namespace = uuid.uuid5(uuid.NAMESPACE_DNS, 'pulumi-cowork')",
			"for name in ('com.example.cowork.eu.pilot', 'com.example.cowork.eu.pilot.settings'):",
			"    print(str(uuid.uuid5(namespace, name)).upper())",
		].join("\n");
		const expected = run("python3", ["-c", script]).trim().split("\n");
		const rendered = text(await bytesOf(mobileconfig, settings));
		const found = [...rendered.matchAll(/<key>PayloadUUID<\/key>\s*<string>([^<]*)</g)].map(([, uuid]) => uuid);
		expect(found.reverse()).toEqual(expected);
	});
});

async function rendered(changes: Partial<Profile>): Promise<string> {
	const { value } = await mobileconfig.render({ ...profileOf(mobileconfig, settings), ...changes }, {});
	return text(value?.[0]?.content ?? new Uint8Array());
}

test("UUIDs depend on nothing but the identifier", async () => {
	const uuids = (source: string) => source.match(/[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/g);
	const other = {
		identity: { ...identity, organization: "Other" },
		preset: "Other",
		revision: "ffffffff",
		settings: [],
	};
	expect(uuids(await rendered(other))).toEqual(uuids(profile));
	expect(uuids(await rendered({ identity: { ...identity, group: "general" } }))).not.toEqual(uuids(profile));
});

test("refuses an organisation that XML cannot carry", async () => {
	const odd = { ...profileOf(mobileconfig, settings), identity: { ...identity, organization: "x\u0001" } };
	expect(await mobileconfig.render(odd, {})).toEqual(
		refused(error("not-renderable", [], "organization name: contains the character U+0001; no profile can carry it")),
	);
});

test("reads native types too", async () => {
	const native = profile
		.replace("<string>true</string>", "<true/>")
		.replace(/<string>\["a.*<\/string>/, "<array><string>a</string><string>b</string></array>");
	expect(await settingsOf(mobileconfig, bytes(native))).toEqual({ ...settings, inferenceModels: ["a", "b"] });
});

const noPayload = "expected a configuration profile with a payload of type com.anthropic.claudefordesktop";
const plain = "; expected a plain XML property list";
test.each<[string, string, string]>([
	[
		"another type of payload",
		profile.replace("claudefordesktop</", "other</"),
		`${noPayload}; a payload of type com.anthropic.other is none of Claude Desktop; it is left out`,
	],
	[
		"a profile of Claude Code",
		profile.replace("claudefordesktop</", "claudecode</"),
		`${noPayload}; a payload of type com.anthropic.claudecode holds settings of Claude Code, which Claude Desktop does not read; it is left out`,
	],
	["no profile", profile.replace(">Configuration<", ">Other<"), noPayload],
	["no content", profile.replace("PayloadContent", "PayloadOther"), noPayload],
	["a setting twice", profile.replace("inferenceModels", "disableAutoUpdates"), `line 20: a key stands twice${plain}`],
	[
		"a broken value",
		profile.replace(">true<", ">maybe<"),
		"disableAutoUpdates: unreadable value; expected true or false",
	],
])("refuses %s", async (_, source, message) => {
	await expect(settingsOf(mobileconfig, bytes(source))).rejects.toThrow(new Error(message));
});

describe("reads of a profile", () => {
	const decoded = async (source: string) => {
		const { value = [], problems } = await mobileconfig.decode(bytes(source));
		return { places: value, said: problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`) };
	};

	test("whose it is and where it applies", async () => {
		const { places, said } = await decoded(profile.replace(">System<", ">User<"));
		expect(said).toEqual([]);
		expect(places).toMatchObject([
			{
				platform: "macos",
				scope: "user",
				profile: {
					identifier: "com.example.cowork.eu.pilot",
					displayName: "Claude Desktop (eu, pilot)",
					organization: "Example & Söhne <Ltd>",
				},
			},
		]);
	});

	test("every payload of the app, and names those of others", async () => {
		const twice = profile.replace(/(\t\t<dict>[\s\S]*?\t\t<\/dict>\n)/, "$1$1$1").replace("claudefordesktop<", "wifi<");
		const { places, said } = await decoded(twice);
		expect(places).toHaveLength(2);
		expect(said).toEqual([
			"warning left-out: a payload of type com.anthropic.wifi is none of Claude Desktop; it is left out",
		]);
	});

	test("preferences that older device management wraps by domain", async () => {
		const wrapped = `<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadContent</key><array><dict>
	<key>PayloadType</key><string>com.apple.ManagedClient.preferences</string>
	<key>PayloadContent</key><dict><key>com.anthropic.claudefordesktop</key><dict><key>Forced</key><array><dict>
		<key>mcx_preference_settings</key><dict><key>disableAutoUpdates</key><true/></dict>
	</dict></array></dict></dict>
</dict></array></dict></plist>`;
		expect(await settingsOf(mobileconfig, bytes(wrapped))).toEqual({ disableAutoUpdates: true });
	});
});
