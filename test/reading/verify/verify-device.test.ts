import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/json.js";
import type { ReadSettings } from "../../../src/reading/read-device-file.js";
import { readDeviceFile } from "../../../src/reading/read-device-file.js";
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
