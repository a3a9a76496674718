import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

const issuer = "https://login.example.com";

describe.each(["inferenceGatewayOidc", "inferenceIdpOidc"])("%s", (name) => {
	test.each([
		{ clientId: "a", issuer },
		{ clientId: "a", authorizationUrl: "https://a.example/auth", tokenUrl: "https://a.example/token" },
		{ clientId: "a", issuer, bearerTokenType: "access_token", scopes: "openid api", appendOfflineAccess: false },
		{
			clientId: "a",
			issuer,
			bearerTokenType: "access_token",
			scopes: "api",
			resource: "urn:example:api",
			redirectPort: 8765,
			redirectHost: "localhost",
			additionalRedirectReferrerHosts: "a.example",
		},
		{ clientId: "a", issuer, bearerTokenType: "id_token" },
	])("%j", (value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	const either = "give either issuer, or authorizationUrl and tokenUrl";
	test.each<[unknown, string[]]>([
		[{ clientId: "a" }, [`: names no identity provider, so Claude Desktop drops the object; ${either}`]],
		[
			{ issuer },
			[".clientId: is missing; expected text, otherwise Claude Desktop drops the object, so that nobody can sign in"],
		],
		[
			{ clientId: "a", tokenUrl: "https://a.example/t" },
			[".authorizationUrl: is missing; authorizationUrl and tokenUrl go together"],
		],
		[
			{ clientId: "a", authorizationUrl: "https://a.example/t" },
			[".tokenUrl: is missing; authorizationUrl and tokenUrl go together"],
		],
		[
			{ clientId: "a", issuer, bearerTokenType: "access_token" },
			[".scopes: is missing, and bearerTokenType access_token needs it, otherwise Claude Desktop drops the object"],
		],
		[
			{ clientId: "a", issuer: "http://login.example.com" },
			[".issuer: is plain http to another machine; expected https, or http to 127.0.0.1, localhost or [::1]"],
		],
		[
			{ clientId: "a", issuer: "https://login.example.com/.well-known/openid-configuration" },
			[".issuer: ends in /.well-known/openid-configuration, which the app appends itself; give the address without it"],
		],
		[
			{ clientId: "a", issuer, bearerTokenType: "access_token", scopes: "api", resource: "api" },
			[".resource: is no resource identifier; expected an https address or a URI such as urn:example:api"],
		],
		[
			{ clientId: "a", issuer, bearerTokenType: "access_token", scopes: "api", resource: "http://api.example.com" },
			[".resource: is plain http; expected https"],
		],
		[
			{ clientId: "a", issuer, resource: "https://api.example.com" },
			[
				".resource: goes with bearerTokenType: access_token alone, otherwise Claude Desktop drops the object; remove it",
			],
		],
		[
			{ clientId: "a", issuer, redirectPort: 0 },
			[
				".redirectPort: is 0; expected at least 1024, otherwise Claude Desktop drops the object, so that nobody can sign in",
			],
		],
		[
			{ clientId: "a", issuer, redirectHost: "::1" },
			[
				'.redirectHost: unknown value "::1"; expected one of 127.0.0.1, localhost, otherwise Claude Desktop drops the object, so that nobody can sign in',
			],
		],
		[
			{ clientId: "a", issuer, bearerTokenType: "jwt" },
			[
				'.bearerTokenType: unknown value "jwt"; expected one of id_token, access_token, otherwise Claude Desktop drops the object, so that nobody can sign in',
			],
		],
		[{ clientId: "a", issuer, scope: "openid" }, ['.scope: unknown member; did you mean "scopes"?']],
		[issuer, [": is text; expected an object, otherwise Claude Desktop drops the object, so that nobody can sign in"]],
	])("%j", (value, messages) => {
		expect(settingProblems(name, value)).toEqual(messages.map((message) => `${name}${message}`));
	});
});

test.each<[unknown, string]>([
	[
		{ clientId: "a", issuer, tokenUrl: "https://a.example/t" },
		".tokenUrl: has no effect beside issuer, which goes before it; give either issuer, or both addresses",
	],
	[
		{ clientId: "a", issuer, bearerTokenType: "access_token", scopes: "openid email" },
		".scopes: names no scope of the service that takes the token, which is then for another; add that scope",
	],
	[
		{ clientId: "a", issuer: "http://localhost:9000" },
		".issuer: is plain http to this machine, which the app takes while its documentation says https; for tests alone",
	],
])("%j is warned about", (value, message) => {
	expect(settingProblems("inferenceIdpOidc", value)).toEqual([`warning: inferenceIdpOidc${message}`]);
});

test("what fetches the configuration names its scopes", () => {
	expect(settingProblems("bootstrapOidc", { clientId: "a", issuer })).toEqual([
		"bootstrapOidc.scopes: is missing; expected text, otherwise Claude Desktop drops the object, and sign-in silently uses the device code",
	]);
});

test("OIDC blocks differ in what they take", () => {
	const all = { clientId: "a", issuer, bearerTokenType: "id_token", omitOfflineAccess: true };
	expect(settingProblems("inferenceVertexWorkforceOidc", all)).toEqual([
		"inferenceVertexWorkforceOidc.bearerTokenType: unknown member; expected one of additionalRedirectReferrerHosts, authorizationUrl, clientId, issuer, omitOfflineAccess, redirectHost, redirectPort, scopes, tokenUrl",
	]);
	expect(
		settingProblems("bootstrapOidc", { clientId: "a", issuer, scopes: "openid", omitOfflineAccess: true }),
	).toEqual([
		"bootstrapOidc.omitOfflineAccess: unknown member; expected one of additionalRedirectReferrerHosts, authorizationUrl, clientId, issuer, redirectHost, redirectPort, scopes, tokenUrl",
	]);
	expect(settingProblems("inferenceIdpOidc", { clientId: "a", issuer, omitOfflineAccess: true })).toEqual([
		"inferenceIdpOidc.omitOfflineAccess: unknown member; expected one of additionalRedirectReferrerHosts, appendOfflineAccess, authorizationUrl, bearerTokenType, clientId, issuer, redirectHost, redirectPort, resource, scopes, tokenUrl",
	]);
});
