import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/json.js";
import { formatProblem } from "../../../src/problem.js";
import type { ReadSettings } from "../../../src/reading/read-device-file.js";
import { readDeviceFile } from "../../../src/reading/read-device-file.js";
import { checkOneDevice, checkPlatform } from "../../../src/reading/verify/one-device.js";
import { verifyDevice } from "../../../src/reading/verify/verify-device.js";
import { exportedProfile, sampleSecrets } from "../app-exports.js";

const pilot: JsonObject = {
	inferenceProvider: "gateway",
	inferenceGatewayApiKey: { fromEnv: "GATEWAY_KEY" },
	disableAutoUpdates: true,
	autoUpdaterEnforcementHours: 24,
	inferenceModels: ["claude-sonnet-5"],
};
const general: JsonObject = { ...pilot, disableAutoUpdates: false };
const expected = new Map([
	["pilot", pilot],
	["general", general],
]);
const known = () => "the-key";

type Values = ReadSettings["carried"]["values"];
const texts: Values = [
	["inferenceProvider", "gateway"],
	["inferenceGatewayApiKey", "the-key"],
	["disableAutoUpdates", "true"],
	["autoUpdaterEnforcementHours", 24],
	["inferenceModels", '["claude-sonnet-5"]'],
];
const windows = (values: Values, rest: Partial<ReadSettings["carried"]> = {}): ReadSettings => ({
	file: "machine.reg",
	title: "Windows registry file",
	carried: { platform: "windows", scope: "machine", values, ...rest },
});
const stateOf = (report: ReturnType<typeof verifyDevice>, key: string) =>
	report.findings.find((each) => each.key === key);

test("a device that has what its group gets is right, whatever types its store has", () => {
	const report = verifyDevice([windows(texts)], "pilot", expected, known);
	expect(report).toMatchObject({ isRight: true, notes: [], isOf: [] });
	expect(new Set(report.findings.map(({ state }) => state))).toEqual(new Set(["applied"]));
});

test("a secret that cannot be had is not compared, and nothing is said to be wrong", () => {
	const report = verifyDevice([windows(texts)], "pilot", expected, () => undefined);
	expect(report.isRight).toBe(true);
	expect(stateOf(report, "inferenceGatewayApiKey")).toMatchObject({
		state: "not compared",
		expected: { fromEnv: "GATEWAY_KEY" },
	});
});

test("a secret that differs is told without either text", () => {
	const report = verifyDevice([windows(texts)], "pilot", expected, () => "another");
	const finding = stateOf(report, "inferenceGatewayApiKey");
	expect(finding).toEqual({
		key: "inferenceGatewayApiKey",
		state: "different",
		expected: { fromEnv: "GATEWAY_KEY" },
		found: "a credential",
	});
	expect(JSON.stringify(report)).not.toMatch(/the-key|another/);
});

test("what is missing, different, unreadable and extra is told key by key", () => {
	const report = verifyDevice(
		[
			windows(
				[
					["inferenceProvider", "gateway"],
					["inferenceGatewayApiKey", "the-key"],
					["disableAutoUpdates", "perhaps"],
					["inferenceModels", "[]"],
					["keepAwakeEnabled", "true"],
				],
				{ unread: [{ name: "autoUpdaterEnforcementHours", type: "REG_EXPAND_SZ" }] },
			),
		],
		"pilot",
		expected,
		known,
	);
	expect(report.isRight).toBe(false);
	expect(report.findings.filter(({ state }) => state !== "applied")).toEqual([
		{ key: "autoUpdaterEnforcementHours", state: "unreadable", expected: 24, because: "it is of type REG_EXPAND_SZ" },
		{ key: "disableAutoUpdates", state: "unreadable", expected: true, because: "its text is none of the key's type" },
		{ key: "inferenceModels", state: "different", expected: ["claude-sonnet-5"], found: [] },
		{ key: "keepAwakeEnabled", state: "extra", found: true },
	]);
	const nothing = verifyDevice([windows([])], "pilot", expected, known);
	expect(new Set(nothing.findings.map(({ state }) => state))).toEqual(new Set(["missing"]));
});

test("the settings of another group are told as such", () => {
	const others = texts.map(([name, value]) => [name, name === "disableAutoUpdates" ? "false" : value] as const);
	expect(verifyDevice([windows(others)], "pilot", expected, known)).toMatchObject({
		isRight: false,
		isOf: ["general"],
	});
});

describe("where settings stand", () => {
	const user = (values: Values) => windows(values, { scope: "user" });
	const codes = (...read: ReadSettings[]) => {
		const report = verifyDevice(read, "pilot", expected, known);
		return { codes: report.notes.map(({ code }) => code), isRight: report.isRight };
	};

	test("the user's hive alone is read, and is the wrong one", () => {
		expect(codes(user(texts))).toEqual({ codes: ["user-settings"], isRight: false });
	});

	test("the user's hive beside the machine's is not read", () => {
		const report = verifyDevice([windows(texts), user([["disableAutoUpdates", "false"]])], "pilot", expected, known);
		expect(report.notes.map(({ code }) => code)).toEqual(["user-beside-machine"]);
		expect(stateOf(report, "disableAutoUpdates")?.state).toBe("applied");
	});

	test("a machine's hive with nothing but a value that nobody reads still hides the user's", () => {
		const machine = windows([], { unread: [{ name: "x", type: "REG_EXPAND_SZ" }] });
		expect(stateOf(verifyDevice([machine, user(texts)], "pilot", expected, known), "inferenceProvider")?.state).toBe(
			"missing",
		);
	});

	test("on macOS the user's profile wins key by key", () => {
		const mac = (values: Values, scope: "machine" | "user") => windows(values, { platform: "macos", scope });
		const report = verifyDevice(
			[mac(texts, "machine"), mac([["disableAutoUpdates", false]], "user")],
			"pilot",
			expected,
			known,
		);
		expect(stateOf(report, "disableAutoUpdates")?.state).toBe("different");
		expect(report.notes.map(({ code }) => code)).toEqual(["user-beside-machine"]);
	});

	test("two profiles, and the app's own export, are told", async () => {
		const { value = [] } = await readDeviceFile({
			name: "a.mobileconfig",
			bytes: new TextEncoder().encode(exportedProfile),
		});
		const report = verifyDevice([...value, ...value], "pilot", expected, known);
		expect(report.notes.map(({ code }) => code)).toEqual(["user-settings", "two-profiles", "own-export"]);
		for (const secret of sampleSecrets) expect(JSON.stringify(report)).not.toContain(secret);
	});
});

describe("other forms of one meaning are right", () => {
	test("models as text and as objects", () => {
		const wanted = new Map([["pilot", { inferenceModels: [{ name: "a" }, { name: "b", supports1m: true }] }]]);
		const has = (models: string) => verifyDevice([windows([["inferenceModels", models]])], "pilot", wanted, known);
		expect(has('["a",{"name":"b","supports1m":true}]').isRight).toBe(true);
		expect(has('["a","b"]').isRight).toBe(false);
	});

	test("servers with what only the app's window writes", () => {
		const server = { name: "a", transport: "http", url: "https://a.example.com", headers: { x: { fromEnv: "X" } } };
		const wanted = new Map([["pilot", { managedMcpServers: [server] }]]);
		const has = (more: JsonObject) =>
			verifyDevice(
				[windows([["managedMcpServers", JSON.stringify([{ ...server, headers: { x: "the-key" }, ...more }])]])],
				"pilot",
				wanted,
				known,
			).isRight;
		expect([has({ source: "user" }), has({ source: "user", oauth: true })]).toEqual([true, false]);
	});

	test("a kind of credential that the other settings say", () => {
		const wanted = new Map([["pilot", { ...pilot, inferenceCredentialKind: "static" }]]);
		expect(verifyDevice([windows(texts)], "pilot", wanted, known).isRight).toBe(true);
		const helper: Values = [...texts, ["inferenceCredentialHelper", "/opt/token"]];
		expect(stateOf(verifyDevice([windows(helper)], "pilot", wanted, known), "inferenceCredentialKind")?.state).toBe(
			"missing",
		);
	});

	test("an older spelling is none, and says so", () => {
		const report = verifyDevice([windows([...texts, ["isDxtEnabled", "false"]])], "pilot", expected, known);
		expect(stateOf(report, "isDxtEnabled")).toMatchObject({
			state: "extra",
			because: "it is the older spelling of isDesktopExtensionEnabled, which apps read no longer",
		});
	});
});

describe("a name in other capitals", () => {
	const others: Values = texts.map(([name, value]) => [
		name === "disableAutoUpdates" ? "DisableAutoUpdates" : name,
		value,
	]);

	test("is the key's in the registry, an unreadable one too", () => {
		expect(verifyDevice([windows(others)], "pilot", expected, known)).toMatchObject({ isRight: true });
		const unread = [{ name: "INFERENCEPROVIDER", type: "REG_EXPAND_SZ" }];
		const report = verifyDevice([windows(others.slice(1), { unread })], "pilot", expected, known);
		expect(stateOf(report, "inferenceProvider")?.state).toBe("unreadable");
		expect(report.findings).toHaveLength(Object.keys(pilot).length);
	});

	test("is another one in a property list and in JSON", () => {
		const report = verifyDevice([windows(others, { platform: "macos" })], "pilot", expected, known);
		expect(report.findings.filter(({ state }) => state !== "applied")).toEqual([
			{ key: "DisableAutoUpdates", state: "extra", found: "true" },
			{
				key: "disableAutoUpdates",
				state: "missing",
				expected: true,
				because: "DisableAutoUpdates is there, which differs in capitals and is another name here",
			},
		]);
	});
});

test("two files of one place that differ are told with what differs", () => {
	const second: ReadSettings = { ...windows([["DISABLEAUTOUPDATES", "false"]]), file: "second.reg" };
	const report = verifyDevice([windows(texts), second], "pilot", expected, known);
	expect(report.notes.map(({ code, message }) => [code, message])).toEqual([
		[
			"conflict",
			"machine.reg and second.reg are of one place and differ in DISABLEAUTOUPDATES; those of the last are taken, give one file of each place",
		],
	]);
	const sameInWords: ReadSettings = { ...windows([["disableAutoUpdates", 1]]), file: "third.reg" };
	expect(verifyDevice([windows(texts), windows(texts), sameInWords], "pilot", expected, known).isRight).toBe(true);
});

describe("folders say whose settings are", () => {
	const list = `<plist version="1.0"><dict><key>inferenceProvider</key><string>gateway</string></dict></plist>`;
	const domain = "com.anthropic.claudefordesktop.plist";
	const readAt = async (at: string, text = list) =>
		readDeviceFile({ name: at.split("/").at(-1) ?? "", at, bytes: new TextEncoder().encode(text) });

	test.each([
		[`/Library/Managed Preferences/alice/${domain}`, "user"],
		[`/Library/Managed Preferences/${domain}`, "machine"],
		[domain, "machine"],
	])("%s", async (at, scope) => {
		const { value = [] } = await readAt(at);
		expect(value.map(({ carried }) => carried.scope)).toEqual([scope]);
	});

	test("what somebody set with defaults is no setting of the app", async () => {
		const { problems } = await readAt(`/Users/alice/Library/Preferences/${domain}`);
		expect(problems.map(({ message }) => message)).toEqual([
			"holds what somebody set with defaults, which the app does not read; take the file below /Library/Managed Preferences, or the profile",
		]);
	});

	test("what the app's own window keeps counts where nothing is managed, and is told", async () => {
		const settings = '{"inferenceProvider":"gateway","disableAutoUpdates":false}';
		const { value: own = [] } = await readAt("/Users/a/AppData/Local/Claude-3p/configLibrary/x.json", settings);
		const alone = verifyDevice(own, "pilot", expected, known);
		expect(stateOf(alone, "inferenceProvider")?.state).toBe("applied");
		const beside = verifyDevice([windows(texts), ...own], "pilot", expected, known);
		expect(beside.findings.every(({ state }) => state === "applied")).toBe(true);
		for (const { notes } of [alone, beside]) expect(notes.map(({ code }) => code)).toEqual(["own-configuration"]);
	});
});

describe("files of one device", () => {
	test("are of one platform", () => {
		const mac: ReadSettings = { ...windows(texts, { platform: "macos" }), file: "mac.plist" };
		expect(checkOneDevice([windows(texts), windows([])])).toEqual([]);
		expect(checkOneDevice([windows(texts), mac]).map(formatProblem)).toEqual([
			'["mac.plist"]: is of macos, while machine.reg is of windows; a device has one platform, so verify the files of each device apart',
		]);
	});

	test("are of a platform that the group has", () => {
		expect(checkPlatform([windows(texts)], "pilot", ["macos", "windows"])).toEqual([]);
		expect(checkPlatform([windows(texts)], "pilot", ["macos"]).map(({ message }) => message)).toEqual([
			"the device is of windows, for which pilot gets no files; its platforms are macos",
		]);
	});
});

test("beside a secret that cannot be had, all else of a value is compared", () => {
	const server = {
		name: "a",
		transport: "http",
		url: "https://a.example.com",
		headers: { authorization: { fromEnv: "A" } },
	};
	const wanted = new Map([["pilot", { managedMcpServers: [server] }]]);
	const has = (url: string, headers: JsonObject = { authorization: "x" }) =>
		verifyDevice(
			[windows([["managedMcpServers", JSON.stringify([{ ...server, url, headers }])]])],
			"pilot",
			wanted,
			() => undefined,
		);
	expect(stateOf(has("https://a.example.com"), "managedMcpServers")?.state).toBe("not compared");
	expect(has("https://b.example.com")).toMatchObject({ isRight: false, findings: [{ state: "different" }] });
	expect(has("https://a.example.com", {})).toMatchObject({ isRight: false });
});

test("what no catalogue knows is compared as the text that a store has of it", () => {
	const extra = { futureNumber: 5, futureSwitch: true, futureText: '{"a": 1}' };
	const report = verifyDevice(
		[
			windows([
				["futureNumber", "5"],
				["futureSwitch", "true"],
				["futureText", '{"a": 1}'],
			]),
		],
		"pilot",
		new Map([["pilot", extra]]),
		known,
	);
	expect(report.isRight).toBe(true);
});

test("a name that every object has is no setting of the group", () => {
	const report = verifyDevice(
		[
			windows([
				["__proto__", {}],
				["toString", "x"],
			]),
		],
		"pilot",
		new Map([["pilot", {}]]),
		known,
	);
	expect(report.findings.map(({ state }) => state)).toEqual(["extra", "extra"]);
});
