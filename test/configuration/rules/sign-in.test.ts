import { describe, expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const desktop = { platforms: ["macos", "windows"] } as const;
const entra = "https://login.microsoftonline.com/6f1c1b0e/v2.0";
const client = { clientId: "cowork", issuer: entra };
const notEntra = "the broker flow needs an Entra issuer; expected https://login.microsoftonline.com/{tenant}/v2.0";
const onLinux =
	"broker sign-in does not exist on Linux, which group everyone has; use another flow or take linux from its platforms";

describe("the broker flow needs an Entra issuer", () => {
	const flow = (issuer: string | { fromEnv: string }) => ({
		inferenceIdpAuthFlow: "broker",
		inferenceIdpOidc: { clientId: "cowork", issuer },
	});
	test.each<RuleCase>([
		[flow(entra), desktop, []],
		[
			flow({ fromEnv: "ISSUER" }),
			desktop,
			["settings.inferenceIdpOidc.issuer: decides which hosts are open, so it cannot be a secret; write the value"],
		],
		[flow("https://login.example.com"), desktop, [`settings.inferenceIdpOidc.issuer: ${notEntra}`]],
		[flow("https://login.microsoftonline.com/6f1c1b0e"), desktop, [`settings.inferenceIdpOidc.issuer: ${notEntra}`]],
		[
			flow("https://login.microsoftonline.com.example.com/a/v2.0"),
			desktop,
			[`settings.inferenceIdpOidc.issuer: ${notEntra}`],
		],
		[
			{ inferenceVertexWorkforceAuthFlow: "broker", inferenceVertexWorkforceOidc: { clientId: "cowork" } },
			desktop,
			[`settings.inferenceVertexWorkforceOidc.issuer: ${notEntra}`],
		],
		[
			{ inferenceGatewayOidcAuthFlow: "broker" },
			{ ...desktop, oldest: "1.26832.0" },
			[`settings.inferenceGatewayOidcAuthFlow: ${notEntra}`],
		],
		[
			{ inferenceIdpAuthFlow: "browser", inferenceIdpOidc: { clientId: "a", issuer: "https://login.example.com" } },
			{},
			[],
		],
		[{ inferenceFoundryAuthFlow: "broker" }, desktop, []],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

describe("Linux has no broker", () => {
	test.each<RuleCase>([
		[{ inferenceIdpAuthFlow: "broker", inferenceIdpOidc: client }, {}, [`settings.inferenceIdpAuthFlow: ${onLinux}`]],
		[
			{ inferenceGatewayOidcAuthFlow: "broker", inferenceGatewayOidc: client },
			{ oldest: "1.26832.0" },
			[`settings.inferenceGatewayOidcAuthFlow: ${onLinux}`],
		],
		[
			{ inferenceVertexWorkforceAuthFlow: "broker", inferenceVertexWorkforceOidc: client },
			{},
			[`settings.inferenceVertexWorkforceAuthFlow: ${onLinux}`],
		],
		[
			{ inferenceFoundryAuthFlow: "broker" },
			{ platforms: ["linux"] },
			[`settings.inferenceFoundryAuthFlow: ${onLinux}`],
		],
		[
			{ managedMcpServers: [{ name: "a" }, { name: "b", oauth: { authFlow: "broker" } }] },
			{},
			[`settings.managedMcpServers[1].oauth.authFlow: ${onLinux}`],
		],
		[
			{ microsoftAuthBroker: "required" },
			{},
			["warning: settings.microsoftAuthBroker: has no effect on Linux, which group everyone has: there is no broker"],
		],
		[{ microsoftAuthBroker: "auto" }, {}, []],
		[{ microsoftAuthBroker: "required" }, desktop, []],
		[{ inferenceFoundryAuthFlow: "device-code" }, {}, []],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

describe("Entra takes no resource", () => {
	const refused = "Entra ID refuses sign-in with a resource; remove it and name the API in scopes";
	const resource = "urn:example:api";
	test.each<RuleCase>([
		[{ inferenceIdpOidc: { ...client, resource } }, {}, [`warning: settings.inferenceIdpOidc.resource: ${refused}`]],
		[
			{
				inferenceGatewayOidc: {
					clientId: "a",
					authorizationUrl: "https://login.microsoftonline.com/a/oauth2/v2.0/authorize",
					tokenUrl: "https://login.microsoftonline.com/a/oauth2/v2.0/token",
					resource,
				},
			},
			{ oldest: "1.26832.0" },
			[`warning: settings.inferenceGatewayOidc.resource: ${refused}`],
		],
		[{ inferenceIdpOidc: { clientId: "a", issuer: "https://login.example.com", resource } }, {}, []],
		[{ inferenceIdpOidc: client }, {}, []],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

test.each<RuleCase>([
	[
		{ inferenceCredentialHelperTtlSec: 120 },
		{},
		[
			"warning: settings.inferenceCredentialHelperTtlSec: 120 seconds or less switch off the check before every turn whether the credential still holds; use more",
		],
	],
	[{ inferenceCredentialHelperTtlSec: 121 }, {}, []],
])("how long a credential is kept: %j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
