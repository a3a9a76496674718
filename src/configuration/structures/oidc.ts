import { error, type Problem } from "../../problem.js";
import { flag, integer, object, text, words } from "../../shape/build.js";
import type { Member, Members, Rule } from "../../shape/shape.js";
import { hostNames } from "../values/host-entry.js";
import { line } from "../values/text.js";
import { httpsUrl, urlProblems } from "../values/url.js";

const client = {
	clientId: { shape: line, summary: "Id of the client at the identity provider.", required: true },
	issuer: {
		shape: httpsUrl,
		summary: "https address of the identity provider.",
		defaultNote: "`authorizationUrl` and `tokenUrl`",
	},
	authorizationUrl: {
		shape: httpsUrl,
		summary: "https address; with `tokenUrl`.",
		defaultNote: "discovered from `issuer`",
	},
	tokenUrl: {
		shape: httpsUrl,
		summary: "https address; with `authorizationUrl`.",
		defaultNote: "discovered from `issuer`",
	},
	scopes: { shape: line, summary: "Separated by spaces.", default: "openid profile email offline_access" },
	redirectPort: {
		shape: integer({ min: 1, max: 65_535 }),
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

const resource = text((identifier) => {
	if (/^https?:/i.test(identifier)) return urlProblems(identifier);
	const message = "is no resource identifier; expected an https address or a URI such as urn:example:api";
	return /^[a-z][a-z0-9+.-]*:\S+$/i.test(identifier) ? [] : [error("resource-identifier", [], message)];
});

/** The two ways to name an identity provider exclude each other. */
const oneProvider: Rule<Members> = ({ issuer, authorizationUrl, tokenUrl }): Problem[] => {
	const either = "give either issuer, or authorizationUrl and tokenUrl";
	const addresses = { authorizationUrl, tokenUrl };
	const given = Object.entries(addresses).filter(([, address]) => address !== undefined);
	if (issuer !== undefined) {
		return given.map(([name]) => error("one-provider", [name], `stands beside issuer; ${either}`));
	}
	if (given.length === 0) return [error("one-provider", [], `names no identity provider; ${either}`)];
	return Object.entries(addresses)
		.filter(([, address]) => address === undefined)
		.map(([name]) => error("missing", [name], "is missing; authorizationUrl and tokenUrl go together"));
};

const scopesOfAccessToken: Rule<Members> = ({ bearerTokenType, scopes }) =>
	bearerTokenType === "access_token" && scopes === undefined
		? [error("missing", ["scopes"], "is missing; bearerTokenType access_token needs scopes")]
		: [];

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
			summary: "https address, or from 2.9939.2 another URI such as `urn:...`; leave unset for Entra ID.",
			defaultNote: "none",
		},
	},
	{
		name: "OidcOptions",
		summary: "Sign-in at the organisation's identity provider for gateway and Bedrock.",
		rules: [oneProvider, scopesOfAccessToken],
	},
);

export const workforceOidc = object(
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
		rules: [oneProvider],
	},
);

export const bootstrapOidc = object(client, {
	name: "OidcClient",
	summary: "An OpenID Connect client: `issuer`, or `authorizationUrl` and `tokenUrl` together.",
	rules: [oneProvider],
});
