import { expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const bootstrapUrl = "https://boot.example.com/bootstrap";
const oidc = { clientId: "cowork", issuer: "https://login.example.com", scopes: "api" };
const otherOrigin = (key: string) =>
	`warning: settings.${key}: is on another origin than bootstrapUrl, so the app refuses it when it is served from there; add bootstrapOidc, or serve both from one origin`;

test.each<RuleCase>([
	[{ bootstrapUrl }, {}, []],
	[{ bootstrapUrl, bootstrapEnabled: true }, {}, []],
	[
		{ bootstrapUrl, bootstrapEnabled: false, inferenceGatewayBaseUrl: "https://llm.example.com" },
		{},
		["warning: settings.bootstrapUrl: has no effect while bootstrapEnabled is false; remove one of the two"],
	],
	[{ bootstrapEnabled: false }, {}, []],
	[{ bootstrapUrl, bootstrapOidc: oidc }, {}, []],
	[{ bootstrapUrl, inferenceGatewayBaseUrl: "https://llm.example.com" }, {}, [otherOrigin("inferenceGatewayBaseUrl")]],
	[
		{ bootstrapUrl, inferenceVertexBaseUrl: "https://boot.example.com:8443" },
		{},
		[otherOrigin("inferenceVertexBaseUrl")],
	],
	[{ bootstrapUrl, inferenceBedrockBaseUrl: "https://llm.example.com" }, {}, [otherOrigin("inferenceBedrockBaseUrl")]],
	[{ bootstrapUrl, inferenceGatewayBaseUrl: "https://boot.example.com/llm" }, {}, []],
	[{ bootstrapUrl, bootstrapOidc: oidc, inferenceGatewayBaseUrl: "https://llm.example.com" }, {}, []],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
