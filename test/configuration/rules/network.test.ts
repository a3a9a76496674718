import { expect, test } from "vitest";
import { checkRules } from "../../../src/configuration/rules/index.js";
import { configurationOf } from "../../support/configuration.js";
import { type RuleCase, ruleProblems } from "./problems.js";

const plainHttp = (key: string) =>
	`warning: settings.${key}: is plain http to another machine: its traffic can be read on the way; use https`;
const endsIn = (path: string) =>
	`settings.otlpEndpoint: ends in ${path}, which the app appends itself; give the address without it`;
const otlpEndpoint = "https://otel.example.com";

test.each<RuleCase>([
	[{ inferenceGatewayBaseUrl: "http://llm.example.com" }, {}, [plainHttp("inferenceGatewayBaseUrl")]],
	[{ inferenceGatewayBaseUrl: "http://localhost:8080" }, {}, []],
	[{ inferenceGatewayBaseUrl: "http://127.0.0.1:8080" }, {}, []],
	[{ inferenceGatewayBaseUrl: "http://[::1]:8080" }, {}, []],
	[{ inferenceGatewayBaseUrl: "https://llm.example.com" }, {}, []],
	[{ otlpEndpoint: "http://otel.example.com:4318" }, {}, [plainHttp("otlpEndpoint")]],
	[{ inferenceBedrockSsoStartUrl: "http://example.awsapps.com/start" }, {}, [plainHttp("inferenceBedrockSsoStartUrl")]],

	[{ otlpEndpoint: "https://otel.example.com/v1/logs" }, {}, [endsIn("/v1/logs")]],
	[{ otlpEndpoint: "https://otel.example.com/otlp/v1/metrics" }, {}, [endsIn("/v1/metrics")]],
	[{ otlpEndpoint: "https://otel.example.com/v1/traces/" }, {}, [endsIn("/v1/traces/")]],
	[{ otlpEndpoint: "https://otel.example.com/v1" }, {}, []],

	[
		{ otlpEndpoint, otlpProtocol: "grpc" },
		{},
		[
			"warning: settings.otlpProtocol: grpc falls back to http on Windows and behind an HTTP proxy; let the collector accept both",
		],
	],
	[{ otlpEndpoint, otlpProtocol: "grpc" }, { platforms: ["macos", "linux"] }, []],
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
	expect(checkRules({ ...configuration, settings })).toEqual([]);
});
