import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { compile, twins } from "./compiled.js";

const posix = "/opt/example/collector-token";
const windows = "C:\\Program Files\\Example\\collector-token.exe";

const described = {
	...twins,
	firewall: {},
	observability: {
		tier: "metadata",
		collector: {
			endpoint: "https://otel.example.com:4318",
			auth: { token: { fromEnv: "TOKEN" }, helper: posix, windowsHelper: windows },
		},
	},
	claudeCode: {},
	groups: {
		all: { preset: "none" },
		posix: { preset: "none", platforms: ["macos", "linux"] },
		windows: { preset: "none", platforms: ["windows"] },
	},
};

const secrets = { secrets: () => "a-credential" };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const helperOf = async (group: string) => {
	const { json } = await compile(described, secrets);
	const { settings, claudeCode } = json(`groups/${group}/settings.json`) as {
		settings: Record<string, unknown>;
		claudeCode: { settings: Record<string, unknown> };
	};
	return [settings.otlpHeadersHelper, claudeCode.settings.otelHeadersHelper];
};

test("a group of every platform has a program for Windows and one for the others, in both programs", async () => {
	const { allWarnings, text, json } = await compile(described, secrets);
	expect(allWarnings.map(formatProblem)).toEqual([]);
	const files = "groups/all/profiles";
	expect(json(`${files}/linux/managed-settings.json`)).toMatchObject({ otlpHeadersHelper: posix });
	const profile = `${files}/macos/com.example.cowork.eu.all.mobileconfig`;
	expect(text(profile)).toContain(`<string>${posix}</string>`);
	expect(text(profile)).not.toContain("collector-token.exe");
	const { find } = await compile(described, secrets);
	const registry = Buffer.from(find(`${files}/windows/Claude.reg`).content).toString("utf16le");
	expect(registry).toContain(`"otlpHeadersHelper"="${windows.replaceAll("\\", "\\\\")}"`);
	const code = (platform: string) => json(`${files}/${platform}/claude-code/managed-settings.json`);
	expect(code("linux")).toMatchObject({ otelHeadersHelper: posix });
	expect(code("macos")).toMatchObject({ otelHeadersHelper: posix });
	expect(code("windows")).toMatchObject({ otelHeadersHelper: windows });
});

test("its settings say both, and those of a group of one kind the one that it has", async () => {
	const both = expect.objectContaining({ value: posix, onWindows: windows, layer: "observability" });
	expect(await helperOf("all")).toEqual([both, both]);
	const one = (value: string) => ({ value, layer: "observability", overrides: [] });
	expect(await helperOf("posix")).toEqual([one(posix), one(posix)]);
	expect(await helperOf("windows")).toEqual([one(windows), one(windows)]);
});

test("a check expects on a device what its platform gets", async () => {
	const { text } = await compile(described, secrets);
	const checks = { windows: "windows/Check-ClaudeDesktop.ps1", macos: "macos/check-claude-desktop.sh" };
	const digests = Object.values(checks).map((path) => {
		const check = text(`groups/all/device/${path}`);
		return [posix, windows].map((program) => check.includes(sha256(program)));
	});
	expect(digests).toEqual([
		[false, true],
		[true, false],
	]);
});

test("a path of Windows alone leaves the other platforms without one, and is refused", async () => {
	const { helper: _, ...auth } = described.observability.collector.auth;
	const collector = { ...described.observability.collector, auth };
	await expect(compile({ ...described, observability: { ...described.observability, collector } })).rejects.toThrow(
		"observability.collector.auth.helper: is missing, and observability.collector.auth.windowsHelper is for Windows beside other platforms",
	);
});

test("without a path of Windows a group that has it is told of the member", async () => {
	const { windowsHelper: _, ...auth } = described.observability.collector.auth;
	const collector = { ...described.observability.collector, auth };
	const { allWarnings } = await compile({ ...described, observability: { ...described.observability, collector } });
	expect(allWarnings.map(formatProblem).filter((each) => each.includes("no path on Windows"))).toEqual([
		"warning: observability.collector.auth.helper: is no path on Windows, which group all has; add windowsHelper, or give Windows a group of its own",
		"warning: observability.collector.auth.helper: is no path on Windows, which group windows has; add windowsHelper, or give Windows a group of its own",
	]);
});

test("what Claude Code is told by hand would be the same program on Windows, and is refused", async () => {
	const claudeCode = { settings: { otelHeadersHelper: posix } };
	await expect(compile({ ...described, claudeCode })).rejects.toThrow(
		"claudeCode.settings.otelHeadersHelper: contradicts observability.collector.auth.helper",
	);
});

test("one answer of a server cannot tell platforms apart, which is said", async () => {
	const all = {
		preset: "none",
		delivery: "bootstrap",
		settings: { bootstrapUrl: "https://llm.example.com/bootstrap", bootstrapEnabled: true },
	};
	const { allWarnings } = await compile({ ...described, groups: { all } });
	expect(allWarnings.map(formatProblem)).toContain(
		"warning: observability.collector.auth.helper: is another program on Windows, while one answer of the server has otlpHeadersHelper for every platform of group all; give Windows a group of its own",
	);
});
