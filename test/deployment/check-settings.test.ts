import { describe, expect, test } from "vitest";
import { checkExtraSettings, checkSettings } from "../../src/deployment/check-settings.js";
import { settingsContext } from "../../src/deployment/settings-context.js";
import { formatProblem } from "../../src/problem.js";
import { registries } from "../../src/registries.js";
import { sound, soundWith } from "../support/deployment.js";

const check = (settings: unknown, deployment: Record<string, unknown> = sound) =>
	checkSettings(settings, ["settings"], settingsContext(deployment, registries)).map(formatProblem);
const checkExtra = (settings: unknown) => checkExtraSettings(settings, ["extraSettings"]).map(formatProblem);

const bedrock = {
	bedrock: {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5"],
		signIn: { bearerToken: { fromEnv: "TOKEN" } },
	},
};

test("keys of the catalogue in their native types", () => {
	expect(check({ disableAutoUpdates: true, otlpHeaders: { authorization: { fromEnv: "OTEL" } } })).toEqual([]);
	expect(check({})).toEqual([]);
});

test("the value is checked where the name is in order", () => {
	expect(check({ disableAutoUpdates: "true", autoUpdaterEnforcementHours: 73 })).toEqual([
		"settings.disableAutoUpdates: is text; expected true or false",
		"settings.autoUpdaterEnforcementHours: is 73; expected at most 72",
	]);
});

describe("names that are no keys", () => {
	test.each([
		["disableAutoUpdate", 'settings.disableAutoUpdate: unknown key; did you mean "disableAutoUpdates"?'],
		["OTLPendpoint", 'settings.OTLPendpoint: unknown key; did you mean "otlpEndpoint"?'],
		["theme", "settings.theme: unknown key; a key newer than this catalogue goes into extraSettings"],
		["constructor", "settings.constructor: unknown key; a key newer than this catalogue goes into extraSettings"],
		[
			"banner.enabled",
			'settings["banner.enabled"]: is a dotted name, which the app never reads; write the members inside banner',
		],
	])("%s", (name, problem) => {
		expect(check({ [name]: true })).toEqual([problem]);
	});
});

describe("spellings and keys that a third-party deployment cannot set", () => {
	test.each([
		["inferenceGatewayHeaders", "is a deprecated spelling; use inferenceCustomHeaders"],
		["isDxtEnabled", "is a deprecated spelling; use isDesktopExtensionEnabled"],
		["isDxtSignatureRequired", "is a deprecated spelling; use isDesktopExtensionSignatureRequired"],
		["enduserAttribution", "is a deprecated spelling; use endUserAttribution"],
		["trustBootstrapLocalExec", "is a deprecated spelling; use trustBootstrapDelivery"],
		["forceLoginOrgUUID", "has no effect on third-party inference; it is for deployments that sign in to claude.ai"],
	])("%s", (name, problem) => {
		expect(check({ [name]: true })).toEqual([`settings.${name}: ${problem}`]);
		expect(checkExtra({ [name]: true })).toEqual([`extraSettings.${name}: ${problem}`]);
	});
});

describe("keys that the deployment sets elsewhere", () => {
	test.each([
		["inferenceProvider", "gateway", "inference.gateway"],
		["inferenceCredentialKind", "static", "inference.gateway.signIn.apiKey"],
		["inferenceGatewayBaseUrl", "https://other.example.com", "inference.gateway.baseUrl"],
		["inferenceGatewayApiKey", { fromEnv: "KEY" }, "inference.gateway.signIn.apiKey"],
		["inferenceModels", ["claude-haiku-5"], "inference.gateway.models"],
		["deploymentOrganizationUuid", "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12", "organization.uuid"],
	])("%s", (name, value, place) => {
		expect(check({ [name]: value })).toEqual([`settings.${name}: is already set by ${place}; remove it here`]);
	});

	test("what the block says counts also where its way to sign in is missing", () => {
		const open = soundWith({ inference: { gateway: { baseUrl: "https://llm.example.com" } } });
		expect(check({ inferenceGatewayBaseUrl: "https://a.example.com", inferenceProvider: "gateway" }, open)).toEqual([
			"settings.inferenceGatewayBaseUrl: is already set by inference.gateway.baseUrl; remove it here",
			"settings.inferenceProvider: is set by the inference block; remove it here",
		]);
	});

	test("an option that the block leaves out may be a setting", () => {
		expect(check({ inferenceCustomHeaders: { "x-team": "a" } })).toEqual([]);
		expect(check({ inferenceBedrockServiceTier: "flex" }, soundWith({ inference: bedrock }))).toEqual([]);
		expect(
			check({ deploymentOrganizationUuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12" }, soundWith({ organization: {} })),
		).toEqual([]);
	});
});

describe("keys that only the inference block takes", () => {
	test.each([
		[
			"inferenceModels",
			["claude-sonnet-5"],
			{ gateway: { ...sound.inference.gateway, models: undefined } },
			"is checked against the route; write it as inference.gateway.models",
		],
		[
			"inferenceBedrockBaseUrl",
			"https://vpce.example.com",
			bedrock,
			"is checked against the route; write it as inference.bedrock.baseUrl",
		],
		[
			"inferenceBedrockProfile",
			"cowork",
			bedrock,
			"goes with a way to sign in, of which there is exactly one; write it as inference.bedrock.signIn.profile.name",
		],
		[
			"inferenceCredentialHelperTtlSec",
			600,
			bedrock,
			"goes with a way to sign in, of which there is exactly one; write it as inference.bedrock.signIn.helper.ttlSeconds",
		],
		[
			"inferenceGatewayOidc",
			{},
			sound.inference,
			"goes with a way to sign in, of which there is exactly one; write it as inference.gateway.signIn.interactive.oidc",
		],
	])("%s", (name, value, inference, problem) => {
		expect(check({ [name]: value }, soundWith({ inference }))).toEqual([`settings.${name}: ${problem}`]);
	});
});

describe("keys of other routes", () => {
	test.each([
		["inferenceVertexRegion", "eu", "vertex"],
		["inferenceBedrockRegion", "eu-west-1", "bedrock and mantle"],
		["inferenceFoundryApiKey", { fromEnv: "KEY" }, "foundry"],
	])("%s has no effect", (name, value, routes) => {
		expect(check({ [name]: value })).toEqual([
			`warning: settings.${name}: is a key of ${routes}, which an app on gateway ignores; remove it`,
		]);
	});

	test.each([{}, null, { bedrock: {}, gateway: {} }, undefined])(
		"are not told apart while the route is %j",
		(inference) => {
			expect(check({ inferenceVertexRegion: "eu" }, soundWith({ inference }))).toEqual([]);
		},
	);
});

test("names of the app's own files, and of Claude Code, say where they belong", () => {
	expect(check({ mcpServers: {}, hooks: {}, preferences: {} })).toEqual([
		"settings.mcpServers: is a key of claude_desktop_config.json, which users keep; servers for everybody go into managedMcpServers",
		"settings.hooks: is a setting of Claude Code, which has managed settings of its own; Claude Desktop does not read it",
		"settings.preferences: is a key of the app's own files, which no device management sets; remove it",
	]);
});

describe("extra settings", () => {
	test("may not be what Windows takes for a known key", () => {
		expect(checkExtra({ DisableAutoUpdates: false })).toEqual([
			"extraSettings.DisableAutoUpdates: differs from the key disableAutoUpdates by case alone, which Windows does not tell apart; write disableAutoUpdates in settings",
		]);
	});

	test("are kept whatever they are", () => {
		expect(checkExtra({ futureKey: { deep: [1, "x", true] }, selfHostedUrl: "https://a.example.com" })).toEqual([]);
	});

	test("are what an MDM system may replace, too", () => {
		expect(checkExtra({ futureKey: { deep: ["{{mail}}"] } })).toEqual([
			"warning: extraSettings.futureKey.deep[0]: has a variable such as {{NAME}}, $NAME or %NAME%, which some MDM systems replace on the way to a device",
		]);
	});

	test.each([
		[
			{ otlpEndpoint: "x" },
			"extraSettings.otlpEndpoint: is a key the catalogue knows; move it to settings, where it is checked",
		],
		[
			{ "banner.text": "x" },
			'extraSettings["banner.text"]: is a dotted name, which the app never reads; write the members inside banner',
		],
		[
			{ a: Number.POSITIVE_INFINITY },
			"extraSettings.a: holds a number that does not reach every device as it is; write it in quotes",
		],
		[
			{ a: [{ b: Number.NaN }] },
			"extraSettings.a: holds a number that does not reach every device as it is; write it in quotes",
		],
		[
			{ selfHostedToken: "abcdef" },
			"warning: extraSettings.selfHostedToken: looks like a secret in plain text; if it is one, use { fromEnv: NAME } or { fromConfig: key }",
		],
		[
			{ futureHeaders: { authorization: "abcdef" } },
			"extraSettings.futureHeaders.authorization: is a secret in plain text; use { fromEnv: NAME } or { fromConfig: key }",
		],
		[
			{ otlpendpoint: "x" },
			"extraSettings.otlpendpoint: differs from the key otlpEndpoint by case alone, which Windows does not tell apart; write otlpEndpoint in settings",
		],
	])("%j", (settings, problem) => {
		expect(checkExtra(settings)).toEqual([problem]);
		expect(problem).not.toContain("abcdef");
	});

	test("a secret may stand for any of them", () => {
		expect(checkExtra({ selfHostedToken: { fromEnv: "TOKEN" }, other: [{ fromConfig: "key" }] })).toEqual([]);
	});

	test("a credential in place of the name of a secret is refused", () => {
		expect(checkExtra({ a: { b: [{ fromConfig: "sk-ant-abcdef" }] } })).toEqual([
			"extraSettings.a.b[0].fromConfig: looks like a secret itself; store it with pulumi config set --secret KEY, and write that key here",
		]);
	});

	test.each([
		{ fromEnv: ["abcdef"] },
		{ fromConfig: 1 },
		{ fromEnv: "KEY", or: "abcdef" },
		{ fromCloud: { name: "key", words: "abcdef" } },
	])("%j is refused, for it would stand in profiles as it is", (reference) => {
		expect(checkExtra({ a: [reference] })).toEqual([
			"extraSettings.a[0]: is no secret reference; expected { fromEnv: NAME } or { fromConfig: key } alone",
		]);
	});
});

test.each([null, [], "x", 3])("a block of the wrong form, %j, is for the shape to report", (settings) => {
	expect(check(settings)).toEqual([]);
	expect(checkExtra(settings)).toEqual([]);
});
