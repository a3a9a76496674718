import { describe, expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const desktop = { platforms: ["macos", "windows"], oldest: "2.7032.0" } as const;
const entra = "https://login.microsoftonline.com/6f1c1b0e/v2.0";
const client = { clientId: "cowork", issuer: entra };
const notEntra =
	"the broker needs an Entra issuer, https://login.microsoftonline.com/{tenant}/v2.0; without, sign-in runs in the browser";
const onLinux = "there is no broker on Linux, which group everyone has; give Linux a group with another flow";
/** Every app of the fleet knows inferenceIdpOidc. */
const idp = { oldest: "2.7032.0" } as const;

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
		[flow("https://login.example.com"), desktop, [`warning: settings.inferenceIdpOidc.issuer: ${notEntra}`]],
		[
			flow("https://login.microsoftonline.com/6f1c1b0e"),
			desktop,
			[`warning: settings.inferenceIdpOidc.issuer: ${notEntra}`],
		],
		[
			flow("https://login.microsoftonline.com.example.com/a/v2.0"),
			desktop,
			[`warning: settings.inferenceIdpOidc.issuer: ${notEntra}`],
		],
		[
			{ inferenceVertexWorkforceAuthFlow: "broker", inferenceVertexWorkforceOidc: { clientId: "cowork" } },
			desktop,
			[`warning: settings.inferenceVertexWorkforceOidc.issuer: ${notEntra}`],
		],
		[
			{ inferenceGatewayOidcAuthFlow: "broker" },
			{ ...desktop, oldest: "1.26832.0" },
			[`warning: settings.inferenceGatewayOidcAuthFlow: ${notEntra}`],
		],
		[
			{ inferenceIdpAuthFlow: "browser", inferenceIdpOidc: { clientId: "a", issuer: "https://login.example.com" } },
			idp,
			[],
		],
		[{ inferenceFoundryAuthFlow: "broker" }, desktop, []],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

describe("Linux has no broker", () => {
	test.each<RuleCase>([
		[
			{ inferenceIdpAuthFlow: "broker", inferenceIdpOidc: client },
			idp,
			[`warning: settings.inferenceIdpAuthFlow: ${onLinux}, or users sign in another way there`],
		],
		[
			{ inferenceGatewayOidcAuthFlow: "broker", inferenceGatewayOidc: client },
			{ oldest: "1.26832.0" },
			[`warning: settings.inferenceGatewayOidcAuthFlow: ${onLinux}, or users sign in another way there`],
		],
		[
			{ inferenceVertexWorkforceAuthFlow: "broker", inferenceVertexWorkforceOidc: client },
			{},
			[`warning: settings.inferenceVertexWorkforceAuthFlow: ${onLinux}, or users sign in another way there`],
		],
		[
			{ inferenceFoundryAuthFlow: "broker" },
			{ platforms: ["linux"] },
			[`warning: settings.inferenceFoundryAuthFlow: ${onLinux}, or users sign in another way there`],
		],
		[
			{ managedMcpServers: [{ name: "a" }, { name: "b", oauth: { authFlow: "broker" } }] },
			{},
			[`settings.managedMcpServers[1].oauth.authFlow: ${onLinux}`],
		],
		[
			{ microsoftAuthBroker: "required", managedMcpServers: [{ server: "microsoft365" }] },
			{},
			["warning: settings.microsoftAuthBroker: has no effect on Linux, which group everyone has: there is no broker"],
		],
		[{ microsoftAuthBroker: "auto" }, {}, []],
		[{ microsoftAuthBroker: "required", managedMcpServers: [{ server: "microsoft365" }] }, desktop, []],
		[{ inferenceFoundryAuthFlow: "device-code" }, {}, []],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

describe("Entra takes no resource", () => {
	const refused = "Entra ID refuses sign-in with a resource; remove it and name the API in scopes";
	const resource = "urn:example:api";
	test.each<RuleCase>([
		[{ inferenceIdpOidc: { ...client, resource } }, idp, [`warning: settings.inferenceIdpOidc.resource: ${refused}`]],
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
		[{ inferenceIdpOidc: { clientId: "a", issuer: "https://login.example.com", resource } }, idp, []],
		[{ inferenceIdpOidc: client }, idp, []],
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

describe("ways to sign in that some app does not know", () => {
	const kind = (key: string, provider: string) => ({ [key]: { clientId: "a" }, inferenceProvider: provider });
	const said = (since: string, instead: string) => [
		`settings.inferenceCredentialKind: apps before ${since} cannot sign in this way, and the fleet may have one; write app.minimumVersion ${since} or later, or ${instead}`,
	];
	const older = "use signIn.interactive with oidc, which older apps read and newer ones convert";
	const another = "use another way to sign in";
	test.each<RuleCase>([
		[kind("inferenceIdpOidc", "gateway"), {}, said("2.7032.0", older)],
		[kind("inferenceIdpOidc", "gateway"), { oldest: "2.110.0" }, said("2.7032.0", older)],
		[kind("inferenceIdpOidc", "gateway"), { oldest: "2.7032.0" }, []],
		[kind("inferenceIdpOidc", "bedrock"), {}, said("2.7032.0", another)],
		[kind("inferenceGatewayOidc", "gateway"), {}, []],
		[kind("inferenceGatewayOidc", "gateway"), { oldest: "1.5186.0" }, said("1.6889.0", another)],
		[kind("inferenceFoundryTenantId", "foundry"), { oldest: "1.8089.0" }, said("1.9255.0", another)],
		[kind("inferenceFoundryTenantId", "foundry"), { oldest: "1.9255.0" }, []],
	])("%j %j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

test.each<RuleCase>([
	[
		{ inferenceSessionLifetimeSec: 3600, inferenceCredentialKind: "static" },
		{},
		["warning: settings.inferenceSessionLifetimeSec: has no effect where nobody signs in; remove it"],
	],
	[{ inferenceSessionLifetimeSec: 3600, inferenceCredentialKind: "workforce" }, {}, []],
	[
		{ inferenceGatewayAuthScheme: "x-api-key", inferenceCredentialKind: "external-idp" },
		{},
		[
			"warning: settings.inferenceGatewayAuthScheme: has no effect for signed-in users, who send a bearer token; remove it",
		],
	],
	[{ inferenceGatewayAuthScheme: "x-api-key", inferenceCredentialKind: "helper-script" }, {}, []],
])("what goes with another way to sign in: %j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
