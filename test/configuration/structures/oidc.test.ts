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
			resource: "urn:example:api",
			redirectPort: 8765,
			redirectHost: "localhost",
			additionalRedirectReferrerHosts: "a.example",
		},
		{ clientId: "a", issuer, resource: "https://api.example.com", bearerTokenType: "id_token" },
	])("%j", (value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	const either = "give either issuer, or authorizationUrl and tokenUrl";
	test.each<[unknown, string[]]>([
		[{ clientId: "a" }, [`: names no identity provider; ${either}`]],
		[{ issuer }, [".clientId: is missing; expected text"]],
		[{ clientId: "a", issuer, tokenUrl: "https://a.example/t" }, [`.tokenUrl: stands beside issuer; ${either}`]],
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
			[".scopes: is missing; bearerTokenType access_token needs scopes"],
		],
		[{ clientId: "a", issuer: "http://login.example.com" }, [".issuer: is plain http; expected https"]],
		[
			{ clientId: "a", issuer, resource: "api" },
			[".resource: is no resource identifier; expected an https address or a URI such as urn:example:api"],
		],
		[{ clientId: "a", issuer, resource: "http://api.example.com" }, [".resource: is plain http; expected https"]],
		[{ clientId: "a", issuer, redirectPort: 0 }, [".redirectPort: is 0; expected at least 1"]],
		[
			{ clientId: "a", issuer, redirectHost: "::1" },
			['.redirectHost: unknown value "::1"; expected one of 127.0.0.1, localhost'],
		],
		[
			{ clientId: "a", issuer, bearerTokenType: "jwt" },
			['.bearerTokenType: unknown value "jwt"; expected one of id_token, access_token'],
		],
		[{ clientId: "a", issuer, scope: "openid" }, ['.scope: unknown member; did you mean "scopes"?']],
		[issuer, [": is text; expected an object"]],
	])("%j", (value, messages) => {
		expect(settingProblems(name, value)).toEqual(messages.map((message) => `${name}${message}`));
	});
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
