import { describe, expect, test } from "vitest";
import type { EgressHost } from "../../src/egress/plan.js";
import { formatAddress } from "../../src/egress/plan.js";
import type { JsonObject } from "../../src/json.js";
import { type Circumstances, planOf, quiet } from "../support/configuration.js";

const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const docs = "https://claude.com/docs/third-party/claude-desktop/";

function derive(settings: JsonObject, circumstances: Circumstances = {}) {
	return planOf({ ...gateway, ...quiet, ...settings }, circumstances);
}

function host(settings: JsonObject, address: string, circumstances: Circumstances = {}): EgressHost | undefined {
	return derive(settings, circumstances).hosts.find((each) => formatAddress(each) === address);
}

describe("an entry", () => {
	test("says who runs the host, why it is open, since and until when, and who says so", () => {
		const telemetry = { disableNonessentialTelemetry: false };
		expect(host(telemetry, "a-api.anthropic.com")).toEqual({
			host: "a-api.anthropic.com",
			match: "exact",
			port: 443,
			protocol: "tcp",
			operator: "anthropic",
			reasons: [
				{
					feature: "nonessential-telemetry",
					key: "disableNonessentialTelemetry",
					because: "product analytics: library and events",
					ifDenied: "No product analytics reach Anthropic; the app works.",
					data: "product-usage analytics: feature adoption, session counts, interactions with the user interface; no prompt or response content",
					closedBy: [{ key: "disableNonessentialTelemetry", value: true }],
					requirement: "optional",
					until: "2.110.0",
					source: "https://claude.com/docs/cowork/changelog",
				},
			],
		});
		expect(host(telemetry, "api.anthropic.com")?.reasons.map(({ since, until }) => ({ since, until }))).toEqual([
			{ since: "1.26832.0", until: undefined },
		]);
	});

	test("holds no key where no setting governs it", () => {
		expect(host({}, "downloads.claude.ai", { platforms: ["macos"] })?.reasons).toEqual([
			{
				feature: "vm-bundle",
				key: null,
				because:
					"workspace VM bundle and Claude CLI binary, fetched whenever the device lacks the versions the app needs",
				ifDenied:
					"Cowork tasks, Chat conversations and Code sessions do not start on a device that has not fetched these files yet, nor after an app update that changes them.",
				requirement: "required",
				source: `${docs}telemetry`,
			},
		]);
	});

	test("is one per name, match and port, with every reason", () => {
		const hosts = derive({
			otlpEndpoint: "https://llm.example.com:8443",
			coworkEgressAllowedHosts: ["llm.example.com"],
		}).hosts;
		expect(
			hosts
				.filter((each) => each.host === "llm.example.com")
				.map((each) => [each.port, each.reasons.map(({ feature }) => feature)]),
		).toEqual([
			[443, ["agent-sandbox", "inference"]],
			[8443, ["open-telemetry"]],
		]);
	});

	test("is the start page's own requirement only for sign-in in the app, and no more than optional", () => {
		const bedrock = {
			inferenceProvider: "bedrock",
			inferenceBedrockRegion: "eu-central-1",
			inferenceCredentialKind: "interactive",
		};
		const sso = {
			...bedrock,
			inferenceBedrockSsoRegion: "eu-central-1",
			inferenceBedrockSsoStartUrl: "https://x.awsapps.com/start",
		};
		expect(host(sso, "*.awsapps.com")?.reasons.map(({ requirement }) => requirement)).toEqual(["optional"]);
	});
});

describe("operators", () => {
	test.each([
		["llm.example.com", {}, "inference"],
		["downloads.claude.ai", {}, "anthropic"],
		["otel.example.com", { otlpEndpoint: "https://otel.example.com" }, "organization"],
		["sentry.io", { disableEssentialTelemetry: false }, "third-party"],
		["browser-intake-datadoghq.eu", { disableEssentialTelemetry: false }, "third-party"],
		[
			"microsoft365.mcp.claude.com",
			{ managedMcpServers: [{ name: "m", transport: "http", url: "https://microsoft365.mcp.claude.com/x" }] },
			"anthropic",
		],
		["api.anthropic.com", { coworkEgressAllowedHosts: ["api.anthropic.com"] }, "anthropic"],
		["storage.googleapis.com", { claudeAiImport: { enabled: true } }, "third-party"],
		["pypi.org", { isDesktopExtensionEnabled: true, coworkEgressAllowedHosts: ["pypi.org"] }, "organization"],
	])("%s", (name, settings: JsonObject, operator) => {
		expect(host(settings, name)?.operator).toBe(operator);
	});
});

describe("the sandbox", () => {
	const automatic = ["llm.example.com"];
	test.each<[string, JsonObject, object]>([
		["unset", {}, { mode: "inference-only", hosts: [], automatic }],
		["empty", { coworkEgressAllowedHosts: [] }, { mode: "none", hosts: [], automatic }],
		[
			"a list",
			{ coworkEgressAllowedHosts: ["*.example.corp"] },
			{ mode: "list", hosts: ["*.example.corp"], automatic },
		],
		["everything", { coworkEgressAllowedHosts: ["*"] }, { mode: "off", hosts: ["*"], automatic: [] }],
		[
			"with a collector and product analytics",
			{ otlpEndpoint: "https://otel.example.com:4318", disableNonessentialTelemetry: false },
			{ mode: "inference-only", hosts: [], automatic: ["api.anthropic.com", "llm.example.com", "otel.example.com"] },
		],
	])("%s", (_, settings, sandbox) => {
		expect(derive(settings).sandbox).toEqual(sandbox);
	});

	test("the app adds api.anthropic.com from 1.26832.0 on, so that every sandbox host is a perimeter host", () => {
		const plan = derive({ disableNonessentialTelemetry: false }, { oldest: "1.20000.0", newest: "1.26831.0" });
		expect(plan.sandbox?.automatic).toEqual(["llm.example.com"]);
	});
});

describe("what is derived beside hosts", () => {
	const bedrock = {
		inferenceProvider: "bedrock",
		inferenceBedrockRegion: "eu-central-1",
		inferenceCredentialKind: "static",
	};
	const opaque = "arn:aws:bedrock:eu-central-1:012345678901:application-inference-profile/a1b2c3d4e5f6";

	test("Anthropic's hosts, by the six switches that close them", () => {
		expect(derive({}).summary.anthropicHosts).toEqual(["downloads.claude.ai"]);
		expect(derive({ modelCatalogEnabled: true, disableAutoUpdates: false }).summary.anthropicHosts).toEqual([
			"api.anthropic.com",
			"claude.ai",
			"downloads.claude.ai",
		]);
		const offline: Circumstances = { installer: "offline", platforms: ["macos", "windows"] };
		expect(derive({}, offline).summary.anthropicHosts).toEqual([]);
	});

	test("a model that ends the claim about conversation content is named", () => {
		const notes = (model: string) =>
			derive({ ...bedrock, inferenceModels: [model] }).notes.filter((note) => note.startsWith("no claim"));
		expect(notes("eu.anthropic.claude-fable-5")).toEqual([
			"no claim that conversation content stays with the provider: eu.anthropic.claude-fable-5 needs it to be shared or retained for review",
		]);
		expect(notes(opaque)).toEqual([
			`no claim that conversation content stays with the provider: which model ${opaque} stands for is not known; state its anthropicFamilyTier`,
		]);
		expect(notes("eu.anthropic.claude-sonnet-5")).toEqual([]);
	});

	test("whether the device is taken over: keys of app behaviour alone leave it to its user", () => {
		const only = (settings: JsonObject) => planOf(settings).summary.takesOverDevice;
		expect(
			only({ disableAutoUpdates: true, configRecheckIntervalMinutes: 10, egressProxyUrl: "http://p.example.com:3128" }),
		).toBe(false);
		expect(only({ disableAutoUpdates: true, trustBootstrapDelivery: true })).toBe(true);
		expect(only({ futureKey: 1 })).toBe(true);
	});

	test("a private host leaves the perimeter and stays in the sandbox", () => {
		const plan = derive(bedrock, {
			privateHosts: ["bedrock-runtime.eu-central-1.amazonaws.com"],
			platforms: ["macos"],
		});
		expect(plan.hosts.map(formatAddress)).toEqual(["bedrock.eu-central-1.amazonaws.com", "downloads.claude.ai"]);
		expect(plan.sandbox?.automatic).toEqual(["bedrock-runtime.eu-central-1.amazonaws.com"]);
	});
});
