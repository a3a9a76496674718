import { describe, expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const keys = [
	"inferenceVertexCredentialsFile",
	"inferenceBedrockAwsDir",
	"inferenceBedrockAwsCliPath",
	"sshClientPath",
	"inferenceCredentialHelper",
];
const onWindows = (key: string, instead = "") =>
	`warning: settings.${key}: is no path on Windows, which group everyone has; ${instead}give Windows a group of its own`;
const elsewhere = (key: string, platform: string) =>
	`warning: settings.${key}: is a Windows path, but group everyone has ${platform} too; give Windows a group of its own`;

describe.each(keys)("%s", (key) => {
	const instead = key === "inferenceCredentialHelper" ? "add windowsPath, or " : "";
	test.each<RuleCase>([
		[{ [key]: "/opt/example/file" }, { platforms: ["macos", "linux"] }, []],
		[{ [key]: "/opt/example/file" }, { platforms: ["macos", "windows"] }, [onWindows(key, instead)]],
		[{ [key]: "/opt/example/file" }, { platforms: ["windows"] }, [onWindows(key, instead)]],
		[{ [key]: "C:\\Example\\file.exe" }, { platforms: ["windows"] }, []],
		[{ [key]: "C:/Example/file.exe" }, { platforms: ["macos", "windows"] }, [elsewhere(key, "macos")]],
		[{ [key]: "\\\\server\\share\\file.exe" }, { platforms: ["windows", "linux"] }, [elsewhere(key, "linux")]],
	])("%j %j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

test("programs that print headers", () => {
	const helpers = {
		otlpEndpoint: "https://otel.example.com",
		otlpHeadersHelper: "/opt/otel",
		bootstrapUrl: "https://boot.example.com",
		bootstrapEnabled: false,
		bootstrapHeadersHelper: "/opt/boot",
	};
	expect(ruleProblems(helpers).filter((problem) => problem.includes("Windows"))).toEqual([
		onWindows("otlpHeadersHelper"),
		onWindows("bootstrapHeadersHelper"),
	]);
});

test("a credential helper with a path of its own on Windows", () => {
	const helper = { inferenceCredentialHelper: "/opt/token", inferenceCredentialHelperWindows: "C:\\token.exe" };
	expect(ruleProblems(helper)).toEqual([]);
});
