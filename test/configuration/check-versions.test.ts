import { describe, expect, test } from "vitest";
import { checkVersions } from "../../src/configuration/check-versions.js";
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
	const remote = (members: JsonObject) => server({ transport: "http", url: "https://a.example.com", ...members });
	const local = (members: JsonObject) => server({ transport: "stdio", command: "/opt/a", ...members });
	const oidc = (members: JsonObject) => ({ clientId: "a", issuer: "https://login.example.com", ...members });
	test.each<[JsonObject, string, AppVersion, "warning" | "error"]>([
		[{ claudeAiImport: { enabled: false } }, "claudeAiImport.enabled", "1.28929.0", "error"],
		[{ claudeAiImport: { enabled: true } }, "claudeAiImport.enabled", "1.28929.0", "warning"],
		[{ claudeAiImport: { bannerBehavior: "off" } }, "claudeAiImport.bannerBehavior", "1.28929.0", "warning"],
		[{ claudeAiImport: { exportEnabled: true } }, "claudeAiImport.exportEnabled", "1.32352.0", "warning"],
		[{ claudeAiImport: { automatic3pImport: true } }, "claudeAiImport.automatic3pImport", "1.44121.1", "warning"],
		[{ inferenceModels: [{ name: "a", prefer1m: true }] }, "inferenceModels[0].prefer1m", "1.21459.0", "warning"],
		[{ inferenceModels: [{ name: "a", maxEffort: "low" }] }, "inferenceModels[0].maxEffort", "2.110.0", "error"],
		[server({ server: "websearch" }), "managedMcpServers[1].server", "1.15962.0", "warning"],
		[server({ server: "github" }), "managedMcpServers[1].server", "1.25927.0", "warning"],
		[
			remote({ headersHelperRefreshBufferSec: 1 }),
			"managedMcpServers[1].headersHelperRefreshBufferSec",
			"1.21459.0",
			"warning",
		],
		[local({ envHelperTtlSec: 1 }), "managedMcpServers[1].envHelperTtlSec", "1.21459.0", "warning"],
		[local({ startupTimeoutSec: 9 }), "managedMcpServers[1].startupTimeoutSec", "1.19367.0", "warning"],
		[
			server({ server: "microsoft365", continuousAccessEvaluation: "enabled" }),
			"managedMcpServers[1].continuousAccessEvaluation",
			"1.49585.0",
			"warning",
		],
		[remote({ oauth: { mode: "hosted" } }), "managedMcpServers[1].oauth.mode", "1.32885.1", "warning"],
		[remote({ oauth: { authFlow: "broker" } }), "managedMcpServers[1].oauth.authFlow", "1.25927.0", "warning"],
		[{ bootstrapOidc: oidc({ redirectHost: "localhost" }) }, "bootstrapOidc.redirectHost", "2.110.0", "warning"],
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
		const start = `settings.${place}: this part of ${name} is known from app ${since}, and the fleet's oldest is ${oldest}`;
		expect(check(settings, oldest)).toEqual([
			severity === "error"
				? `${start}: older apps would not apply this restriction and say nothing; raise app.minimumVersion or remove it`
				: `warning: ${start}; older apps ignore it`,
		]);
		expect(check(settings, since)).toEqual([]);
		expect(check(settings)).toEqual([]);
	});

	test("a value of a choice", () => {
		const settings = { inferenceFoundryAuthFlow: "broker" };
		expect(check(settings, "1.19367.0")).toEqual([
			"warning: settings.inferenceFoundryAuthFlow: this value of inferenceFoundryAuthFlow is known from app 1.25927.0, and the fleet's oldest is 1.19367.0; older apps ignore it",
		]);
		expect(check(settings, "1.25927.0")).toEqual([]);
	});

	test("in a key that the oldest app does not know at all only the key is said", () => {
		const settings = { bootstrapOidc: oidc({ redirectHost: "localhost" }) };
		expect(check(settings, "1.9659.0")).toEqual([
			"warning: settings.bootstrapOidc: bootstrapOidc is known from app 1.10628.0, and the fleet's oldest is 1.9659.0; older apps ignore it",
		]);
	});

	test("ways to sign in are told as a whole, by a rule of their own", () => {
		expect(check({ inferenceIdpOidc: oidc({ redirectHost: "localhost" }) }, "1.26832.0")).toEqual([]);
	});
});

describe("what some versions lose", () => {
	const oidc = (resource: string) => ({
		clientId: "a",
		issuer: "https://login.example.com",
		bearerTokenType: "access_token",
		scopes: "api",
		resource,
	});
	const policyOnly = { name: "a", transport: "policy-only" };
	test.each<[JsonObject, string, string, AppVersion, AppVersion]>([
		[
			{ allowedWorkspaceFolders: ["~/a", { path: "~/b", mode: "ro" }] },
			"allowedWorkspaceFolders[1].mode",
			"is unknown to apps before 1.26832.0, which leave the folder writable",
			"1.12603.0",
			"1.26832.0",
		],
		[
			{ disabledBuiltinTools: ["Bash", "Bash(curl *)"] },
			"disabledBuiltinTools[1]",
			"is a scoped rule, which apps before 1.37937.0 match with nothing",
			"1.26832.0",
			"1.37937.0",
		],
		[
			{ builtinToolPolicy: { Bash: "ask", "Bash(git *)": "ask" } },
			'builtinToolPolicy["Bash(git *)"]',
			"is a scoped rule, which apps before 1.37937.0 drop, so that the tool runs unprompted there",
			"1.26832.0",
			"1.37937.0",
		],
		[
			{ microsoftAuthBroker: "required" },
			"microsoftAuthBroker",
			"is a value that apps before 1.49585.0 do not know and read as disabled",
			"1.26832.0",
			"1.49585.0",
		],
		[
			{ orgPluginSettings: [] },
			"orgPluginSettings",
			"is a list, which apps before 1.15200.0 cannot read: they block every tool of plugins",
			"1.12603.0",
			"1.15200.0",
		],
		[
			{ managedMcpServers: [{ name: "b", transport: "stdio", command: "/opt/b" }, policyOnly] },
			"managedMcpServers[1].transport",
			"is unknown to apps before 2.110.0, which drop the entry and with it these permissions",
			"1.26832.0",
			"2.110.0",
		],
		[
			{ inferenceGatewayOidc: oidc("urn:example") },
			"inferenceGatewayOidc.resource",
			"is no web address, for which apps before 2.9939.2 drop the whole object, so that nobody can sign in",
			"2.7032.0",
			"2.9939.2",
		],
		[
			{ coworkEgressAllowedHosts: ["a.example.com", "b.example.com:8443"] },
			"coworkEgressAllowedHosts[1]",
			"names a port, for which older apps discard the whole list in the shell",
			"1.26832.0",
			"1.28929.0",
		],
	])("%j", (settings, place, message, oldest, until) => {
		const at = `settings.${place}: ${message}`;
		expect(check(settings, oldest)).toEqual([`${at}; raise app.minimumVersion to ${until}, or remove it`]);
		expect(check(settings, until)).toEqual([]);
		expect(check(settings)).toEqual([
			`warning: ${at}; write app.minimumVersion ${until} if none is older, or remove it`,
		]);
	});

	test("a list of policy-only entries alone is no list to older apps", () => {
		expect(check({ managedMcpServers: [policyOnly] }, "1.26832.0")).toContain(
			"settings.managedMcpServers: has policy-only entries alone, of which apps before 2.110.0 cannot make a list; raise app.minimumVersion to 2.110.0, or remove it",
		);
	});

	test.each<[JsonObject, string]>([
		[{ inferenceVertexBaseUrl: "http://vertex.example.com" }, "is plain http, which apps from 1.32352.0 refuse"],
		[{ inferenceBedrockBaseUrl: "http://localhost" }, "is plain http, which apps from 1.32352.0 refuse"],
		[
			{ inferenceVertexProjectId: "My Project" },
			"is no Google Cloud project to apps from 1.40609.0; expected lower-case letters, digits, dots, colons and hyphens",
		],
	])("what newer apps refuse: %j", (settings, message) => {
		const [name = ""] = Object.keys(settings);
		const said = `settings.${name}: ${message}; write what newer apps take`;
		expect(check(settings, "1.26832.0")).toEqual([said]);
		expect(check(settings)).toEqual([`warning: ${said}`]);
		const older = configurationOf(settings, { oldest: "1.26832.0", newest: "1.30096.1" });
		expect(checkVersions(older)).toEqual([]);
	});

	test("what every app reads alike is in order", () => {
		expect(check({ microsoftAuthBroker: "auto", disabledBuiltinTools: ["Bash"] }, "1.19367.0")).toEqual([]);
		expect(check({ allowedWorkspaceFolders: [{ path: "~/b", mode: "rw" }] }, "1.19367.0")).toEqual([]);
		expect(check({ inferenceGatewayOidc: oidc("https://api.example.com") }, "1.19367.0")).toEqual([]);
	});
});
