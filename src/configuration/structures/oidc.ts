import { z } from "zod";
import { error, type Problem } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { type MemberRule, withRules } from "../member-rules.js";
import { hostNames } from "../values/host-entry.js";
import { line, textWithout } from "../values/text.js";
import { httpsUrl, urlProblem } from "../values/url.js";

/** An OpenID Connect client: `issuer`, or `authorizationUrl` and `tokenUrl` together. */
export interface OidcClient<Secret = SecretReference> {
	readonly clientId: string | Secret;
	/** https address of the identity provider. @default - `authorizationUrl` and `tokenUrl` */
	readonly issuer?: string | Secret;
	/** https address; with `tokenUrl`. @default - discovered from `issuer` */
	readonly authorizationUrl?: string | Secret;
	/** https address; with `authorizationUrl`. @default - discovered from `issuer` */
	readonly tokenUrl?: string | Secret;
	/** Separated by spaces. @default openid profile email offline_access */
	readonly scopes?: string | Secret;
	/** Port of the loopback redirect address. @default - any free port */
	readonly redirectPort?: number;
	/** Host of the loopback redirect address, from 2.110.0. @default - the app's choice */
	readonly redirectHost?: "127.0.0.1" | "localhost";
	/** Further hosts that may lead back to the app, separated by spaces. @default none */
	readonly additionalRedirectReferrerHosts?: string | Secret;
}

/** Sign-in at the organisation's identity provider for gateway and Bedrock. */
export interface OidcOptions<Secret = SecretReference> extends OidcClient<Secret> {
	/** Token that is sent as the bearer; `access_token` needs `scopes`. @default id_token */
	readonly bearerTokenType?: "id_token" | "access_token";
	/** @default true */
	readonly appendOfflineAccess?: boolean;
	/** https address, or from 2.9939.2 another URI such as `urn:...`; leave unset for Entra ID. @default none */
	readonly resource?: string | Secret;
}

/** Sign-in at the identity provider behind a workforce pool. */
export interface WorkforceOidcOptions<Secret = SecretReference> extends OidcClient<Secret> {
	/** From 1.17377.1. @default false */
	readonly omitOfflineAccess?: boolean;
}

const client = {
	clientId: line,
	issuer: httpsUrl.optional(),
	authorizationUrl: httpsUrl.optional(),
	tokenUrl: httpsUrl.optional(),
	scopes: line.optional(),
	redirectPort: z.int().min(1).max(65535).optional(),
	redirectHost: z.enum(["127.0.0.1", "localhost"]).optional(),
	additionalRedirectReferrerHosts: hostNames.optional(),
};

const resource = textWithout((text) => {
	if (/^https?:/i.test(text)) return urlProblem(text);
	return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)
		? undefined
		: "is no resource identifier; expected an https address or a URI such as urn:example:api";
});

/** The two ways to name an identity provider exclude each other. */
const oneProvider: MemberRule = ({ issuer, authorizationUrl, tokenUrl }): Problem[] => {
	const either = "give either issuer, or authorizationUrl and tokenUrl";
	const addresses = { authorizationUrl, tokenUrl };
	const given = Object.entries(addresses).filter(([, address]) => address !== undefined);
	if (issuer !== undefined)
		return given.map(([name]) => error("one-provider", [name], `stands beside issuer; ${either}`));
	if (given.length === 0) return [error("one-provider", [], `names no identity provider; ${either}`)];
	return Object.entries(addresses)
		.filter(([, address]) => address === undefined)
		.map(([name]) => error("missing", [name], "is missing; authorizationUrl and tokenUrl go together"));
};

const scopesOfAccessToken: MemberRule = ({ bearerTokenType, scopes }) =>
	bearerTokenType === "access_token" && scopes === undefined
		? [error("missing", ["scopes"], "is missing; bearerTokenType access_token needs scopes")]
		: [];

/** Shape of inferenceGatewayOidc and inferenceIdpOidc. */
export const inferenceOidc = withRules(
	members({
		...client,
		bearerTokenType: z.enum(["id_token", "access_token"]).optional(),
		appendOfflineAccess: z.boolean().optional(),
		resource: resource.optional(),
	}),
	oneProvider,
	scopesOfAccessToken,
);

export const workforceOidc = withRules(members({ ...client, omitOfflineAccess: z.boolean().optional() }), oneProvider);

export const bootstrapOidc = withRules(members(client), oneProvider);
