import { type Binding, bind } from "./binding.js";

const oidc = ["inferenceGatewayOidc", "inferenceIdpOidc", "inferenceVertexWorkforceOidc"];
const inference = ["inferenceGatewayOidc", "inferenceIdpOidc"];
const issuer = "https://login.example.com";
const client = { clientId: "a", issuer };
const token = { ...client, bearerTokenType: "access_token" };
const boot = { ...client, scopes: "api" };
const linux = { circumstances: { oldest: "2.16120.0", platforms: ["linux"] } } as const;
const old = { circumstances: { oldest: "2.7032.0" } } as const;

/** Connection and sign-in. */
export const signInRules: readonly Binding[] = [
	bind("error", "inferenceCustomHeaders", "", "list of", [["x-a=b"], [["x-a: b"]]]),
	bind("error", "inferenceCustomHeaders", "{}", "", [[{ "x-a": 1 }], [{ "x-a": null }]]),
	bind("error", "inferenceCustomHeaders", "", "older name", [["x-a=b"]]),
	bind("warning", "inferenceSessionLifetimeSec", "", "", [[60, "", {}, { inferenceCredentialKind: "static" }]]),
	bind("error", "inferenceCredentialHelperArgs", "[]", "", [[[""]], [['a"b']], [["100%"]], [["a\tb"]]]),
	bind("warning", "inferenceCredentialHelperTtlSec", "", "120 or less", [[120]]),
	bind("error", "egressProxyUrl", "", "no SOCKS", [["socks5://proxy.example.com"], ["http://a:b@proxy.example.com"]]),
	bind("warning", "egressProxyUrl", "", "loopback", [["https://127.0.0.1:3128"]]),
	bind("error", "egressProxyPacUrl", "", "http or https URL", [["file:///proxy.pac"]]),
	bind("error", "userContentRendererUrl", "", "", [["http://a.example.com"], ["https://127.0.0.1/x"]]),
	bind("error", ["inferenceBedrockBaseUrl", "inferenceVertexBaseUrl"], "", "https only", [["http://a.example.com"]]),
	bind("error", "inferenceBedrockSsoRegion", "", "two letters", [["Frankfurt"]]),
	bind("error", "inferenceFoundryBaseUrl", "", "https URL", [["http://a.example.com"]]),
	bind("warning", "inferenceFoundryAuthFlow", "", "broker", [["broker", "", linux]]),
	bind("error", "inferenceGatewayBaseUrl", "", "http on loopback", [["http://a.example.com"]]),
	bind("error", "inferenceGatewayBaseUrl", "", "/v1/messages", [["https://a.example.com/v1/messages"]]),
	bind("warning", "inferenceGatewayBaseUrl", "", "anthropic.com", [["https://api.anthropic.com"]]),
	bind("error", "inferenceGatewayAuthScheme", "", "sso", [["sso"], ["auto"]]),
	bind("warning", "inferenceGatewayAuthScheme", "", "", [
		["bearer", "", {}, { inferenceCredentialKind: "interactive" }],
	]),
	bind("error", oidc, "clientId", "", [[{ issuer }], [{ ...client, clientId: "" }]]),
	bind("error", oidc, "issuer", "https URL", [[{ ...client, issuer: "http://login.example.com" }]]),
	bind("error", oidc, "issuer", "openid-configuration", [
		[{ ...client, issuer: `${issuer}/.well-known/openid-configuration` }],
	]),
	bind("error", oidc, "", "issuer, or both", [[{ clientId: "a" }], [{ clientId: "a", tokenUrl: issuer }]]),
	bind("error", oidc, "authorizationUrl", "", [
		[{ clientId: "a", authorizationUrl: "http://a.example", tokenUrl: issuer }, ".authorizationUrl"],
	]),
	bind("error", oidc, "tokenUrl", "", [
		[{ clientId: "a", tokenUrl: "ftp://a.example", authorizationUrl: issuer }, ".tokenUrl"],
	]),
	bind("error", oidc, "scopes", "at least 1", [[{ ...client, scopes: "" }, ".scopes"]]),
	bind("error", inference, "scopes", "not blank", [
		[token, ".scopes"],
		[{ ...token, scopes: " " }, ".scopes"],
	]),
	bind("error", oidc, "redirectPort", "", [
		[{ ...client, redirectPort: 1023 }, ".redirectPort"],
		[{ ...client, redirectPort: "8080" }, ".redirectPort"],
	]),
	bind("error", oidc, "additionalRedirectReferrerHosts", "", [
		[{ ...client, additionalRedirectReferrerHosts: "a.example,b.example" }],
	]),
	bind("error", oidc, "redirectHost", "", [[{ ...client, redirectHost: "::1" }, ".redirectHost"]]),
	bind("error", inference, "bearerTokenType", "", [[{ ...client, bearerTokenType: "jwt" }, ".bearerTokenType"]]),
	bind("warning", inference, "scopes", "", [[{ ...token, scopes: "openid email" }, ".scopes"]]),
	bind("error", inference, "resource", "", [
		[{ ...client, resource: "https://api.example.com" }, ".resource"],
		[{ ...token, scopes: "api", resource: "urn:a:b" }, ".resource", old],
	]),
	bind(
		"warning",
		["inferenceGatewayOidcAuthFlow", "inferenceIdpAuthFlow", "inferenceVertexWorkforceAuthFlow"],
		"",
		"",
		[["broker", "", linux]],
	),
	bind("error", "inferenceVertexWorkforceOidc", "omitOfflineAccess", "", [[{ ...client, omitOfflineAccess: "yes" }]]),
	bind("error", ["inferenceVertexProjectId", "inferenceVertexWorkforceUserProject"], "", "", [["My Project"]]),
	bind("accept", "inferenceVertexOAuthLoginHint", "", "", [["{username}@example.com"]]),
	bind("error", "bootstrapOidc", "clientId", "", [[{ issuer, scopes: "api" }]]),
	bind("error", "bootstrapOidc", "issuer", "https URL", [[{ ...boot, issuer: "http://login.example.com" }]]),
	bind("error", "bootstrapOidc", "issuer", "openid-configuration", [
		[{ ...boot, issuer: `${issuer}/.well-known/openid-configuration` }],
	]),
	bind("error", "bootstrapOidc", "", "issuer, or both", [[{ clientId: "a", scopes: "api" }]]),
	bind("error", "bootstrapOidc", "authorizationUrl", "", [
		[{ clientId: "a", scopes: "api", authorizationUrl: "ftp://a.example", tokenUrl: issuer }, ".authorizationUrl"],
	]),
	bind("error", "bootstrapOidc", "tokenUrl", "", [
		[{ clientId: "a", scopes: "api", tokenUrl: "ftp://a.example", authorizationUrl: issuer }, ".tokenUrl"],
	]),
	bind("error", "bootstrapOidc", "scopes", "", [
		[client, ".scopes"],
		[{ ...boot, scopes: "" }, ".scopes"],
	]),
	bind("error", "bootstrapOidc", "redirectPort", "", [[{ ...boot, redirectPort: 80 }, ".redirectPort"]]),
	bind("error", "bootstrapOidc", "additionalRedirectReferrerHosts", "", [
		[{ ...boot, additionalRedirectReferrerHosts: "a/b" }],
	]),
	bind("error", "bootstrapOidc", "redirectHost", "", [[{ ...boot, redirectHost: "0.0.0.0" }, ".redirectHost"]]),
	bind("warning", "bootstrapUrl", "", "http on loopback", [["http://localhost:8080/setup"]]),
	bind("error", "modelCatalogUrl", "", "", [["http://a.example.com"], ["https://169.254.169.254/x"]]),
	bind("error", "inferenceModels", "", "at least one", [[[]]]),
	bind("accept", "inferenceModels", "[]", "", [[["claude-sonnet-5"]]]),
	bind("error", "inferenceModels", "[].name", "at least 1 character", [[[{ name: "" }]], [[" x"]]]),
	bind("accept", "inferenceModels", "[].name", "final [1m]", [[[{ name: "claude-opus-5[1M]", prefer1m: true }]]]),
	bind("accept", "inferenceModels", "[].labelOverride", "", [[[{ name: "a", labelOverride: " A " }]]]),
	bind("error", "inferenceModels", "[].supports1m", "", [[[{ name: "a", supports1m: "yes" }]]]),
	bind("error", "inferenceModels", "[].prefer1m", "", [[[{ name: "a", prefer1m: true }]]]),
	bind("error", "inferenceModels", "[].anthropicFamilyTier", "", [[[{ name: "a", anthropicFamilyTier: "big" }]]]),
	bind("error", "inferenceModels", "[].isFamilyDefault", "", [[[{ name: "a", isFamilyDefault: true }]]]),
	bind("error", "inferenceModels", "[].maxEffort", "", [[[{ name: "a", maxEffort: "huge" }]]]),
	bind("error", "inferenceModelPricing", "[].name", "", [[[{ inputPerMtok: 1 }]]]),
	bind("error", "inferenceModelPricing", "[].inputPerMtok, outputPerMtok, cacheReadPerMtok, cacheWritePerMtok", "", [
		[[{ name: "a", inputPerMtok: 1, outputPerMtok: 1, cacheReadPerMtok: 1 }]],
	]),
	bind("warning", "inferenceModelPricing", "", "", [[[]]]),
];
