import { expect, test } from "vitest";
import { namedPrograms, type PlatformSettings } from "../../src/device/programs.js";
import type { Platform } from "../../src/profiles/format.js";
import { compile, twins } from "../bundle/compiled.js";

test("a program is named once, with the settings and the platforms that start it", () => {
	const posix = {
		settings: { otlpHeadersHelper: "/opt/h" },
		code: { otelHeadersHelper: "/opt/h", apiKeyHelper: "/k" },
	};
	const named = namedPrograms(
		new Map<Platform, PlatformSettings>([
			["macos", posix],
			["linux", posix],
			["windows", { settings: { otlpHeadersHelper: "C:\\h.exe", otlpHeaders: { a: "b" } }, code: {} }],
		]),
	);
	expect(named).toEqual([
		{ path: "/opt/h", names: ["otlpHeadersHelper", "claudeCode.otelHeadersHelper"], platforms: ["macos", "linux"] },
		{ path: "/k", names: ["claudeCode.apiKeyHelper"], platforms: ["macos", "linux"] },
		{ path: "C:\\h.exe", names: ["otlpHeadersHelper"], platforms: ["windows"] },
	]);
});

test("on Windows the credential helper is the one of Windows, where there is one", () => {
	const settings = { inferenceCredentialHelper: "/opt/t", inferenceCredentialHelperWindows: "C:\\t.exe" };
	const all = { settings, code: {} };
	expect(namedPrograms(new Map([["windows", all]]))).toEqual([
		{ path: "C:\\t.exe", names: ["inferenceCredentialHelperWindows"], platforms: ["windows"] },
	]);
	expect(namedPrograms(new Map([["linux", all]])).map(({ path }) => path)).toEqual(["/opt/t"]);
	const alone = { settings: { inferenceCredentialHelper: "/opt/t" }, code: {} };
	expect(namedPrograms(new Map([["windows", alone]])).map(({ names }) => names)).toEqual([
		["inferenceCredentialHelper"],
	]);
});

const gateway = {
	...twins.inference.gateway,
	signIn: { helper: { path: "/opt/example/token", windowsPath: "C:\\Example\\token.exe" } },
};
const deployment = {
	...twins,
	inference: { gateway },
	claudeCode: { settings: { apiKeyHelper: "/opt/example/key" } },
	groups: { pilot: { preset: "none", platforms: ["macos", "windows", "linux"] } },
	firewall: {},
};

test("each platform's steps place its programs before the settings, and say who may write them", async () => {
	const { text } = await compile(deployment);
	const steps = (platform: string) => text(`groups/pilot/device/${platform}/INSTALL.md`);
	for (const [platform, owner] of [
		["macos", "owner `root:wheel`, mode `0755`"],
		["linux", "owner `root:root`, mode `0755`"],
	] as const) {
		expect(steps(platform)).toContain("   - `/opt/example/token`, of `inferenceCredentialHelper`\n");
		expect(steps(platform)).toContain("   - `/opt/example/key`, of `claudeCode.apiKeyHelper`\n");
		expect(steps(platform)).toContain(owner);
		expect(steps(platform).indexOf("Place the programs")).toBeLessThan(
			steps(platform).indexOf("the check below prints"),
		);
	}
	expect(steps("windows")).toContain("   - `C:\\Example\\token.exe`, of `inferenceCredentialHelperWindows`\n");
	expect(steps("windows")).not.toContain("- `/opt/example/token`");
	expect(steps("windows")).toContain("administrators alone write");
	expect(text("groups/pilot/HANDOVER.md")).toContain(
		"`C:\\Example\\token.exe` of `inferenceCredentialHelperWindows` has to stand on every device with Windows that reads it",
	);
});

test("nothing is to be placed where no setting names a program", async () => {
	const { text } = await compile({ ...twins, firewall: {} });
	expect(text("groups/pilot/device/windows/INSTALL.md")).not.toContain("Place the programs");
});
