import { expect, test } from "vitest";
import { checkRules } from "../../../src/configuration/rules/index.js";
import { registries } from "../../../src/registries.js";
import { configurationOf } from "../../support/configuration.js";
import { type RuleCase, ruleProblems } from "./problems.js";

const plainHttp = (key: string) =>
	`warning: settings.${key}: is plain http to another machine: its traffic can be read on the way; use https`;
const grpc =
	"warning: settings.otlpProtocol: grpc falls back to http on Windows and behind an HTTP proxy; let the collector accept both";
const otlpEndpoint = "https://otel.example.com";

test.each<RuleCase>([
	[{ otlpEndpoint: "http://otel.example.com:4318" }, {}, [plainHttp("otlpEndpoint")]],
	[{ otlpEndpoint: "http://localhost:4318" }, {}, []],
	[{ otlpEndpoint: "http://[::1]:4318" }, {}, []],
	[{ inferenceBedrockBaseUrl: "http://llm.example.com" }, {}, []],
	[
		{ inferenceBedrockBaseUrl: "http://llm.example.com" },
		{ newest: "1.30096.1" },
		[plainHttp("inferenceBedrockBaseUrl")],
	],
	[
		{ inferenceGatewayBaseUrl: "https://api.anthropic.com" },
		{},
		["warning: settings.inferenceGatewayBaseUrl: is Anthropic's own service; use the route anthropic"],
	],
	[{ inferenceGatewayBaseUrl: "https://anthropic.com.example.com" }, {}, []],
	[{ inferenceGatewayBaseUrl: "https://api.anthropic.com", inferenceGatewayAuthScheme: "x-api-key" }, {}, []],
	[{ inferenceBedrockSsoStartUrl: "http://example.awsapps.com/start" }, {}, [plainHttp("inferenceBedrockSsoStartUrl")]],

	[{ otlpEndpoint, otlpProtocol: "grpc" }, {}, [grpc]],
	[{ otlpEndpoint, otlpProtocol: "grpc" }, { platforms: ["macos", "linux"] }, []],
	[
		{ otlpEndpoint, otlpProtocol: "grpc", egressProxyUrl: "http://proxy.example.com:3128" },
		{ platforms: ["macos", "linux"] },
		[grpc],
	],
	[
		{ otlpEndpoint, otlpContentCapture: ["toolDetails", "userPrompts"] },
		{},
		[
			"warning: settings.otlpContentCapture[1]: captures answers as well from app 1.17377.0 on; add assistantResponses where that is meant",
		],
	],
	[{ otlpEndpoint, otlpContentCapture: ["userPrompts", "assistantResponses"] }, {}, []],
	[{ otlpEndpoint, otlpContentCapture: ["userPrompts"] }, { newest: "1.15962.0" }, []],
	[{ otlpEndpoint, otlpProtocol: "http/json" }, {}, []],
	[
		{ otlpEndpoint, otlpAuthMode: "inference-credential" },
		{},
		[
			"warning: settings.otlpAuthMode: sends the inference credential to the collector; only for one trusted as much as the provider",
		],
	],
	[{ otlpEndpoint, otlpAuthMode: "none" }, {}, []],

	[
		{ egressProxyUrl: "http://proxy.example.com:3128", egressProxyPacUrl: "http://proxy.example.com/proxy.pac" },
		{},
		["warning: settings.egressProxyUrl: has no effect beside egressProxyPacUrl, which wins; remove one of the two"],
	],
	[{ egressProxyUrl: "http://proxy.example.com:3128" }, {}, []],
	[
		{ egressProxyUrl: "https://127.0.0.1:3128" },
		{},
		[
			"warning: settings.egressProxyUrl: is an https proxy on the device, which the Cowork VM cannot verify: shell commands there fail; use http to this machine",
		],
	],
	[{ egressProxyUrl: "http://127.0.0.1:3128" }, {}, []],

	[
		{ disableAutoUpdates: true, autoUpdaterEnforcementHours: 24, updateViaUpdatesHost: true },
		{},
		[
			"warning: settings.autoUpdaterEnforcementHours: has no effect while disableAutoUpdates is true; remove one of the two",
			"warning: settings.updateViaUpdatesHost: has no effect while disableAutoUpdates is true; remove one of the two",
		],
	],
	[{ disableAutoUpdates: false, autoUpdaterEnforcementHours: 24 }, {}, []],
	[
		{ modelCatalogEnabled: false, modelCatalogUrl: "https://models.example.com" },
		{},
		["warning: settings.modelCatalogUrl: has no effect while modelCatalogEnabled is false; remove one of the two"],
	],
	[{ modelCatalogUrl: "https://models.example.com" }, {}, []],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});

test("what a preset brings cannot be removed, so nothing is said of it", () => {
	const configuration = configurationOf({ disableAutoUpdates: true, autoUpdaterEnforcementHours: 24 });
	const settings = new Map(configuration.settings);
	settings.set("autoUpdaterEnforcementHours", { layer: "preset", value: 24, path: ["preset"], overrides: [] });
	expect(checkRules({ ...configuration, settings }, registries.routes)).toEqual([]);
});
