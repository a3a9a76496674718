import { error, type Problem, warning } from "../../problem.js";
import { flag, integer, object, text, words } from "../../shape/build.js";
import type { Member, Members, ObjectShape, Rule, TextShape } from "../../shape/shape.js";
import { hostNames } from "../values/host-entry.js";
import { line } from "../values/text.js";
import { httpsOrLoopbackUrl, url, urlProblems } from "../values/url.js";

const client = {
	clientId: { shape: line, summary: "Id of the client at the identity provider.", required: true },
	issuer: {
		shape: url({ http: "loopback-warned", appended: ["/.well-known/openid-configuration"] }),
		summary: "https address of the identity provider.",
		defaultNote: "`authorizationUrl` and `tokenUrl`",
	},
	authorizationUrl: {
		shape: httpsOrLoopbackUrl,
		summary: "https address; with `tokenUrl`.",
		defaultNote: "discovered from `issuer`",
	},
	tokenUrl: {
		shape: httpsOrLoopbackUrl,
		summary: "https address; with `authorizationUrl`.",
		defaultNote: "discovered from `issuer`",
	},
	scopes: { shape: line, summary: "Separated by spaces.", default: "openid profile email offline_access" },
	redirectPort: {
		shape: integer({ min: 1024, max: 65_535 }),
		summary: "Port of the loopback redirect address.",
		defaultNote: "any free port",
	},
	redirectHost: {
		shape: words(["127.0.0.1", "localhost"]),
		summary: "Host of the loopback redirect address.",
		since: "2.110.0",
		defaultNote: "the app's choice",
	},
	additionalRedirectReferrerHosts: {
		shape: hostNames,
		summary: "Further hosts that may lead back to the app, separated by spaces.",
		defaultNote: "none",
	},
} as const satisfies Record<string, Member>;

const isWebAddress = (identifier: string) => /^https?:/i.test(identifier);

const resource: TextShape = {
	...text((identifier) => {
		if (isWebAddress(identifier)) return urlProblems(identifier);
		const message = "is no resource identifier; expected an https address or a URI such as urn:example:api";
		return /^[a-z][a-z0-9+.-]*:\S+$/i.test(identifier) ? [] : [error("resource-identifier", [], message)];
	}),
	someVersions: [
		{
			code: "resource-identifier",
			versions: { until: "2.9939.2" },
			concerns: (identifier) => typeof identifier === "string" && !isWebAddress(identifier),
			message: "is no web address, for which apps before 2.9939.2 drop the whole object, so that nobody can sign in",
		},
	],
};

/** Either both addresses, or neither. */
export function bothEndpoints({ authorizationUrl, tokenUrl }: Members): Problem[] {
	const missing = Object.entries({ authorizationUrl, tokenUrl }).filter(([, address]) => address === undefined);
	if (missing.length === 2) return [];
	return missing.map(([name]) => error("missing", [name], "is missing; authorizationUrl and tokenUrl go together"));
}

/** The issuer goes before the two addresses; one of the two ways there must be. */
const oneProvider: Rule<Members> = ({ issuer, authorizationUrl, tokenUrl }): Problem[] => {
	const addresses = { authorizationUrl, tokenUrl };
	const given = Object.entries(addresses).filter(([, address]) => address !== undefined);
	if (issuer !== undefined) {
		const message = "has no effect beside issuer, which goes before it; give either issuer, or both addresses";
		return given.map(([name]) => warning("no-effect", [name], message));
	}
	if (given.length === 0) {
		const either = "give either issuer, or authorizationUrl and tokenUrl";
		return [error("one-provider", [], `names no identity provider, so Claude Desktop drops the object; ${either}`)];
	}
	return bothEndpoints(addresses);
};

/** Scopes that every identity provider has, and that are for no service in particular. */
const standardScopes = ["openid", "profile", "email", "address", "phone", "offline_access"];

const scopesOfAccessToken: Rule<Members> = ({ bearerTokenType, scopes }): Problem[] => {
	if (bearerTokenType !== "access_token") return [];
	if (scopes === undefined) {
		const message = "is missing, and bearerTokenType access_token needs it, otherwise Claude Desktop drops the object";
		return [error("missing", ["scopes"], message)];
	}
	const named = typeof scopes === "string" ? scopes.split(" ") : [];
	if (typeof scopes !== "string" || named.some((scope) => !standardScopes.includes(scope))) return [];
	const message = "names no scope of the service that takes the token, which is then for another; add that scope";
	return [warning("standard-scopes", ["scopes"], message)];
};

const resourceOfAccessToken: Rule<Members> = ({ bearerTokenType, resource }) => {
	if (resource === undefined || bearerTokenType === "access_token") return [];
	const message = "goes with bearerTokenType: access_token alone, otherwise Claude Desktop drops the object; remove it";
	return [error("resource-without-access-token", ["resource"], message)];
};

const lost = "drops the object, so that nobody can sign in";

/** Shape of inferenceGatewayOidc and inferenceIdpOidc. */
export const inferenceOidc = object(
	{
		...client,
		bearerTokenType: {
			shape: words(["id_token", "access_token"]),
			summary: "Token that is sent as the bearer; `access_token` needs `scopes`.",
			default: "id_token",
		},
		appendOfflineAccess: { shape: flag, summary: "Whether the scope offline_access is added.", default: true },
		resource: {
			shape: resource,
			summary:
				"https address, or from 2.9939.2 another URI such as `urn:...`; with `bearerTokenType` `access_token` alone, and not for Entra ID.",
			defaultNote: "none",
		},
	},
	{
		name: "OidcOptions",
		summary: "Sign-in at the organisation's identity provider for gateway and Bedrock.",
		otherwise: lost,
		rules: [oneProvider, scopesOfAccessToken, resourceOfAccessToken],
	},
);

export const workforceOidc: ObjectShape = object(
	{
		...client,
		omitOfflineAccess: {
			shape: flag,
			summary: "Whether the scope offline_access is left out.",
			since: "1.17377.1",
			default: false,
		},
	},
	{
		name: "WorkforceOidcOptions",
		summary: "Sign-in at the identity provider behind a workforce pool.",
		otherwise: lost,
		rules: [oneProvider],
	},
);

const { scopes, ...withoutScopes } = client;

export const bootstrapOidc = object(
	{
		...withoutScopes,
		scopes: { shape: scopes.shape, summary: "Separated by spaces; the server's own scope among them.", required: true },
	},
	{
		name: "OidcClient",
		summary: "Sign-in before the configuration is fetched: `issuer`, or `authorizationUrl` and `tokenUrl` together.",
		otherwise: "drops the object, and sign-in silently uses the device code",
		rules: [oneProvider],
	},
);
