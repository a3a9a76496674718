import { describe, expect, test } from "vitest";
import { checkVersions } from "../../src/configuration/version-gate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import type { AppVersion } from "../../src/version.js";
import { configurationOf } from "../support/configuration.js";

const check = (settings: JsonObject, oldest?: AppVersion) =>
	checkVersions(configurationOf(settings, oldest ? { oldest } : {})).map(formatProblem);

test("nothing is held against a fleet whose oldest app is not stated", () => {
	expect(
		check({ scheduledTasksEnabled: false, deniedPluginMcpServers: [{ serverUrl: "https://a.example.com" }] }),
	).toEqual([]);
});

test("a key that the oldest app knows is in order, also when it came with that version", () => {
	expect(check({ scheduledTasksEnabled: false }, "2.110.0")).toEqual([]);
	expect(check({ disableAutoUpdates: true }, "1.2581.0")).toEqual([]);
});

describe("keys that the oldest app does not know", () => {
	const known = (name: string, since: string) =>
		`settings.${name}: ${name} is known from app ${since}, and the fleet's oldest is 1.26832.0`;
	const ignored = "; older apps ignore it";
	const open = ": older apps would not apply this restriction and say nothing; raise app.minimumVersion or remove it";
	test.each<[string, JsonValue, string, "warning" | "error"]>([
		["scheduledTasksEnabled", false, "2.110.0", "error"],
		["scheduledTasksEnabled", true, "2.110.0", "warning"],
		["disableBypassPermissionsMode", true, "1.46388.1", "error"],
		["disableBypassPermissionsMode", false, "1.46388.1", "warning"],
		["blockReadsOutsideWorkingDirectories", true, "1.46388.1", "error"],
		["userPluginUploadsEnabled", false, "1.37937.0", "error"],
		["relaunchEnforcementHours", 4, "1.40609.0", "error"],
		["sshHostAllowlist", ["git.example.com"], "1.40609.0", "error"],
		["sshHostAllowlist", ["*"], "1.40609.0", "warning"],
		["builtinBrowserDefaultDomainPolicy", "block", "2.2553.0", "error"],
		["builtinBrowserDefaultDomainPolicy", "allow", "2.2553.0", "warning"],
		["deniedPluginMcpServers", [{ serverUrl: "https://a.example.com" }], "2.16120.0", "error"],
		["deniedPluginMcpServers", [], "2.16120.0", "warning"],
		["organizationInstructions", "Be kind", "1.37937.0", "warning"],
		["defaultModelEffort", "low", "2.110.0", "warning"],
	])("%s: %j", (name, value, since, severity) => {
		expect(check({ [name]: value }, "1.26832.0")).toEqual([
			severity === "error" ? `${known(name, since)}${open}` : `warning: ${known(name, since)}${ignored}`,
		]);
	});

	test.each(["preset", "route"] as const)("what the %s brings stays, with the warning", (layer) => {
		const configuration = configurationOf({ scheduledTasksEnabled: false }, { oldest: "1.26832.0" });
		const settings = new Map(
			[...configuration.settings].map(([name, setting]) => [name, { ...setting, layer, path: [layer] }]),
		);
		expect(checkVersions({ ...configuration, settings }).map(formatProblem)).toEqual([
			`warning: ${layer}: scheduledTasksEnabled is known from app 2.110.0, and the fleet's oldest is 1.26832.0${ignored}`,
		]);
	});

	test("what the catalogue does not know cannot be told", () => {
		expect(check({ futureKey: true }, "1.26832.0")).toEqual([]);
	});
});

describe("members and values that apps learned later than their key", () => {
	const server = (members: JsonObject) => ({ managedMcpServers: [{ name: "a" }, { name: "b", ...members }] });
	const oidc = (members: JsonObject) => ({ clientId: "a", issuer: "https://login.example.com", ...members });
	test.each<[JsonObject, string, AppVersion, "warning" | "error"]>([
		[
			{ allowedWorkspaceFolders: ["~/a", { path: "~/b", mode: "ro" }] },
			"allowedWorkspaceFolders[1].mode",
			"1.26832.0",
			"error",
		],
		[
			{ allowedWorkspaceFolders: [{ path: "~/b", mode: "rw" }] },
			"allowedWorkspaceFolders[0].mode",
			"1.26832.0",
			"warning",
		],
		[{ disabledBuiltinTools: ["Bash", "Bash(curl *)"] }, "disabledBuiltinTools[1]", "1.37937.0", "error"],
		[
			{ builtinToolPolicy: { Bash: "ask", "Bash(git *)": "ask" } },
			'builtinToolPolicy["Bash(git *)"]',
			"1.37937.0",
			"error",
		],
		[{ builtinToolPolicy: { "Bash(git *)": "allow" } }, 'builtinToolPolicy["Bash(git *)"]', "1.37937.0", "warning"],
		[{ claudeAiImport: { enabled: false } }, "claudeAiImport.enabled", "1.28929.0", "error"],
		[{ claudeAiImport: { enabled: true } }, "claudeAiImport.enabled", "1.28929.0", "warning"],
		[{ claudeAiImport: { bannerBehavior: "off" } }, "claudeAiImport.bannerBehavior", "1.28929.0", "warning"],
		[{ claudeAiImport: { exportEnabled: true } }, "claudeAiImport.exportEnabled", "1.32352.0", "warning"],
		[{ claudeAiImport: { automatic3pImport: true } }, "claudeAiImport.automatic3pImport", "1.44121.1", "warning"],
		[{ inferenceModels: [{ name: "a", prefer1m: true }] }, "inferenceModels[0].prefer1m", "1.21459.0", "warning"],
		[{ inferenceModels: [{ name: "a", maxEffort: "low" }] }, "inferenceModels[0].maxEffort", "2.110.0", "error"],
		[{ orgPluginSettings: [] }, "orgPluginSettings", "1.15200.0", "warning"],
		[server({ transport: "policy-only" }), "managedMcpServers[1].transport", "2.110.0", "error"],
		[server({ server: "websearch" }), "managedMcpServers[1].server", "1.15962.0", "warning"],
		[server({ server: "github" }), "managedMcpServers[1].server", "1.25927.0", "warning"],
		[
			server({ headersHelperRefreshBufferSec: 1 }),
			"managedMcpServers[1].headersHelperRefreshBufferSec",
			"1.21459.0",
			"warning",
		],
		[server({ envHelperTtlSec: 1 }), "managedMcpServers[1].envHelperTtlSec", "1.21459.0", "warning"],
		[server({ startupTimeoutSec: 1 }), "managedMcpServers[1].startupTimeoutSec", "1.19367.0", "warning"],
		[
			server({ continuousAccessEvaluation: "enabled" }),
			"managedMcpServers[1].continuousAccessEvaluation",
			"1.49585.0",
			"warning",
		],
		[server({ oauth: { mode: "hosted" } }), "managedMcpServers[1].oauth.mode", "1.32885.1", "warning"],
		[server({ oauth: { authFlow: "broker" } }), "managedMcpServers[1].oauth.authFlow", "1.25927.0", "warning"],
		[{ bootstrapOidc: oidc({ redirectHost: "localhost" }) }, "bootstrapOidc.redirectHost", "2.110.0", "warning"],
		[
			{ inferenceGatewayOidc: oidc({ resource: "urn:example" }) },
			"inferenceGatewayOidc.resource",
			"2.9939.2",
			"warning",
		],
		[
			{ inferenceVertexWorkforceOidc: oidc({ omitOfflineAccess: true }) },
			"inferenceVertexWorkforceOidc.omitOfflineAccess",
			"1.17377.1",
			"warning",
		],
	])("%j", (settings, place, since, severity) => {
		// The newest version that knows every key above but none of the members.
		const oldest = "1.12603.0";
		const [name = ""] = Object.keys(settings);
		const what = place === name ? "value" : "part";
		const start = `settings.${place}: this ${what} of ${name} is known from app ${since}, and the fleet's oldest is ${oldest}`;
		expect(check(settings, oldest)).toEqual([
			severity === "error"
				? `${start}: older apps would not apply this restriction and say nothing; raise app.minimumVersion or remove it`
				: `warning: ${start}; older apps ignore it`,
		]);
		expect(check(settings, since)).toEqual([]);
	});

	test.each<[JsonObject, AppVersion]>([
		[{ microsoftAuthBroker: "required" }, "1.49585.0"],
		[{ inferenceFoundryAuthFlow: "broker" }, "1.25927.0"],
	])("a value of a choice: %j", (settings, since) => {
		const [name = ""] = Object.keys(settings);
		const [problem = ""] = check(settings, "1.19367.0");
		expect(problem).toContain(
			`settings.${name}: this value of ${name} is known from app ${since}, and the fleet's oldest is 1.19367.0`,
		);
		expect(check(settings, since)).toEqual([]);
	});

	test("what older apps know too is in order", () => {
		expect(
			check(
				{ microsoftAuthBroker: "auto", disabledBuiltinTools: ["Bash"], builtinToolPolicy: { Bash: "ask" } },
				"1.19367.0",
			),
		).toEqual([]);
		expect(check({ inferenceGatewayOidc: oidc({ resource: "https://api.example.com" }) }, "1.19367.0")).toEqual([]);
	});

	test("in a key that the oldest app does not know at all only the key is said", () => {
		expect(check({ inferenceIdpOidc: oidc({ redirectHost: "localhost" }) }, "1.26832.0")).toEqual([
			"warning: settings.inferenceIdpOidc: inferenceIdpOidc is known from app 2.7032.0, and the fleet's oldest is 1.26832.0; older apps ignore it",
		]);
	});
});
