import { isObject } from "../json.js";
import type { AppVersion } from "../version.js";
import type { EgressContext } from "./context.js";
import { type Destination, exact, ofUrl } from "./destination.js";
import { type EgressRow, page } from "./row.js";
import type { Windows } from "./windows.js";

/** A managed key whose value is an OIDC client. */
interface OidcKey {
	readonly key: string;
	readonly since: AppVersion;
	/** @default wherever the key is set */
	readonly when?: (context: EgressContext) => Windows;
	/** @default - those of signing in for inference */
	readonly texts?: Pick<EgressRow, "feature" | "because" | "ifDenied" | "closedBy" | "source">;
}

/** What signing in with an OIDC client reaches. */
export function oidcRows({ key, since, when, texts }: OidcKey): EgressRow[] {
	const common = { needs: key, since, requirement: "required", ...(when && { when }) } as const;
	return [
		{
			...common,
			key,
			operator: "organization",
			...(texts ?? {
				feature: "sign-in",
				because: "the organization's identity provider",
				ifDenied: "Users cannot sign in.",
				source: page(`configuration#${key.toLowerCase()}`),
			}),
			hosts: (context) => ofClient(context.value(key)),
		},
		{ ...googleToken, ...common, hosts: (context) => tokenEndpoints(ofUrl(context.member(key, "issuer"))) },
	];
}

/** A token endpoint that discovery names on another host than its issuer's. */
export const googleToken = {
	feature: "sign-in",
	key: null,
	because: "token endpoint of Google sign-in, which discovery names beside accounts.google.com",
	ifDenied: "Sign-in stops after the browser step.",
	operator: "third-party",
	requirement: "required",
	source: "https://accounts.google.com/.well-known/openid-configuration",
} as const;

/** Where the issuers among some destinations take tokens, as far as that is known without asking them. */
export function tokenEndpoints(issuers: readonly Destination[]): Destination[] {
	return issuers.some(({ host }) => host === "accounts.google.com") ? [exact("oauth2.googleapis.com")] : [];
}

function ofClient(client: unknown): Destination[] {
	if (!isObject(client)) return [];
	return [client.issuer, client.authorizationUrl, client.tokenUrl].flatMap(ofUrl);
}
