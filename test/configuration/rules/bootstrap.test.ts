import { expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const bootstrapUrl = "https://boot.example.com/bootstrap";
const oidc = { clientId: "cowork", issuer: "https://login.example.com", scopes: "api" };
const replaced =
	"warning: settings.bootstrapUrl: what this address serves replaces the profile's keys, and those it leaves out count as unset; serve each of them there too, deploymentOrganizationUuid as well";
const otherOrigin = (key: string) =>
	`warning: settings.${key}: is on another origin than bootstrapUrl, so the app refuses it when it is served from there; add bootstrapOidc, or serve both from one origin`;

test.each<RuleCase>([
	[{ bootstrapUrl }, {}, [replaced]],
	[{ bootstrapUrl, bootstrapEnabled: true }, {}, [replaced]],
	[
		{ bootstrapUrl, bootstrapEnabled: false, inferenceGatewayBaseUrl: "https://llm.example.com" },
		{},
		["warning: settings.bootstrapUrl: has no effect while bootstrapEnabled is false; remove one of the two"],
	],
	[{ bootstrapEnabled: false }, {}, []],
	[{ bootstrapUrl, bootstrapOidc: oidc }, {}, [replaced]],
	[
		{ bootstrapUrl, inferenceGatewayBaseUrl: "https://llm.example.com" },
		{},
		[replaced, otherOrigin("inferenceGatewayBaseUrl")],
	],
	[
		{ bootstrapUrl, inferenceVertexBaseUrl: "https://boot.example.com:8443" },
		{},
		[replaced, otherOrigin("inferenceVertexBaseUrl")],
	],
	[
		{ bootstrapUrl, inferenceBedrockBaseUrl: "https://llm.example.com" },
		{},
		[replaced, otherOrigin("inferenceBedrockBaseUrl")],
	],
	[{ bootstrapUrl, inferenceGatewayBaseUrl: "https://boot.example.com/llm" }, {}, [replaced]],
	[{ bootstrapUrl, bootstrapOidc: oidc, inferenceGatewayBaseUrl: "https://llm.example.com" }, {}, [replaced]],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
