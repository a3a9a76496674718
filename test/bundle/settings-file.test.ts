import { expect, test } from "vitest";
import { compile, everySecret, twins } from "./compiled.js";

const layered = {
	...twins,
	settings: { otlpEndpoint: "https://otel.example.com", disableAutoUpdates: true },
	extraSettings: { keyOfTomorrow: { b: 1, a: [2] } },
	groups: {
		general: {
			preset: "restricted",
			settings: {
				coworkEgressAllowedHosts: ["*.example.com"],
				disableAutoUpdates: false,
				isLocalDevMcpEnabled: true,
				otlpHeaders: { authorization: { fromEnv: "OTLP_TOKEN" } },
			},
			inference: { models: ["claude-haiku-4-5"] },
		},
	},
};

const said = (layer: string, value: unknown, ...overrides: readonly object[]) => ({ value, layer, overrides });

test.each([
	["with every secret", everySecret],
	["without", {}],
])(
	"settings.json holds each key with value, layer and what it overrode; secrets by reference (%s)",
	async (_, options) => {
		expect((await compile(layered, options)).json("groups/general/settings.json")).toEqual({
			schemaVersion: 1,
			settings: {
				allowedWorkspaceFolders: said("preset", [{ path: "~/Documents/Claude" }]),
				coworkEgressAllowedHosts: said("group", ["*.example.com"]),
				deploymentOrganizationUuid: said("deployment", "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11"),
				disableAutoUpdates: said("group", false, { layer: "deployment", value: true }),
				disableNonessentialServices: said("preset", true),
				disableNonessentialTelemetry: said("preset", true),
				inferenceCredentialKind: said("route", "static"),
				inferenceGatewayApiKey: said("route", { secret: { fromEnv: "GATEWAY_KEY" } }),
				inferenceGatewayBaseUrl: said("route", "https://llm.example.com"),
				inferenceModels: said("group", ["claude-haiku-4-5"], { layer: "route", value: ["claude-sonnet-5"] }),
				inferenceProvider: said("route", "gateway"),
				isDesktopExtensionEnabled: said("preset", false),
				isLocalDevMcpEnabled: said("group", true, { layer: "preset", value: false }),
				keyOfTomorrow: said("extra", { a: [2], b: 1 }),
				otlpEndpoint: said("deployment", "https://otel.example.com"),
				otlpHeaders: said("group", { authorization: { secret: { fromEnv: "OTLP_TOKEN" } } }),
			},
		});
	},
);

test("keys and the members of their values stand in code-unit order", async () => {
	const text = (await compile(layered)).text("groups/general/settings.json");
	const keys = [...text.matchAll(/^ {4}"(\w+)": \{$/gm)].map(([, key]) => key);
	expect(keys).toEqual([...keys].sort());
	expect(text).toContain('"a": [\n          2\n        ],\n        "b": 1');
	expect(text.endsWith("}\n")).toBe(true);
});
