import { isObject, type JsonValue } from "../../json.js";
import type { Problem } from "../../problem.js";
import { isSecretReference } from "../../reference/reference.js";
import type { ConfigurationView, Rule } from "./rule.js";
import { waysOfSomeApps } from "./sign-in-versions.js";

/** Which flow key goes with which identity provider. */
const flows = [
	{ flow: "inferenceIdpAuthFlow", oidc: "inferenceIdpOidc" },
	{ flow: "inferenceGatewayOidcAuthFlow", oidc: "inferenceGatewayOidc" },
	{ flow: "inferenceVertexWorkforceAuthFlow", oidc: "inferenceVertexWorkforceOidc" },
	{ flow: "inferenceFoundryAuthFlow", oidc: undefined },
] as const;

const entra = "https://login.microsoftonline.com/";
const entraIssuer = /^https:\/\/login\.microsoftonline\.com\/[^/]+\/v2\.0$/;

function brokerIssuer(view: ConfigurationView): Problem[] {
	const message = `the broker needs an Entra issuer, ${entra}{tenant}/v2.0; without, sign-in runs in the browser`;
	return flows.flatMap(({ flow, oidc }) => {
		if (view.value(flow) !== "broker" || !oidc) return [];
		const issuer = view.member(oidc, "issuer");
		// That a secret cannot stand there is said elsewhere.
		if (isSecretReference(issuer) || (typeof issuer === "string" && entraIssuer.test(issuer))) return [];
		return [
			view.has(oidc)
				? view.warning("broker-issuer", oidc, message, "issuer")
				: view.warning("broker-issuer", flow, message),
		];
	});
}

function brokerOnLinux(view: ConfigurationView): Problem[] {
	const { group, platforms } = view.configuration;
	if (!platforms.includes("linux")) return [];
	const message = `there is no broker on Linux, which group ${group} has; give Linux a group with another flow`;
	const used = flows
		.filter(({ flow }) => view.value(flow) === "broker")
		.map(({ flow }) => view.warning("broker-on-linux", flow, `${message}, or users sign in another way there`));
	const servers = view
		.list("managedMcpServers")
		.flatMap((server, index) =>
			authFlow(server) === "broker"
				? [view.error("broker-on-linux", "managedMcpServers", message, index, "oauth", "authFlow")]
				: [],
		);
	const nothing = `has no effect on Linux, which group ${group} has: there is no broker`;
	const required =
		view.value("microsoftAuthBroker") === "required"
			? [view.warning("broker-on-linux", "microsoftAuthBroker", nothing)]
			: [];
	return [...used, ...servers, ...required];
}

function authFlow(server: JsonValue): unknown {
	return isObject(server) && isObject(server.oauth) ? server.oauth.authFlow : undefined;
}

/** Entra refuses the `resource` parameter on its v2.0 endpoints. */
function entraResource(view: ConfigurationView): Problem[] {
	return ["inferenceIdpOidc", "inferenceGatewayOidc"].flatMap((key) => {
		const provider = view.member(key, "issuer") ?? view.member(key, "authorizationUrl");
		const isEntra = typeof provider === "string" && provider.startsWith(entra);
		if (!isEntra || view.member(key, "resource") === undefined) return [];
		return [
			view.warning(
				"entra-resource",
				key,
				"Entra ID refuses sign-in with a resource; remove it and name the API in scopes",
				"resource",
			),
		];
	});
}

/** https://claude.com/docs/third-party/claude-desktop/credential-helper */
function shortLivedHelper(view: ConfigurationView): Problem[] {
	const seconds = view.value("inferenceCredentialHelperTtlSec");
	if (typeof seconds !== "number" || seconds > 120) return [];
	const message =
		"120 seconds or less switch off the check before every turn whether the credential still holds; use more";
	return [view.warning("short-lived-helper", "inferenceCredentialHelperTtlSec", message)];
}

const sessions: readonly unknown[] = ["interactive", "workforce", "external-idp"];

/** What only holds for one who signs in. */
function sessionLifetime(view: ConfigurationView): Problem[] {
	const key = "inferenceSessionLifetimeSec";
	const kind = view.value("inferenceCredentialKind");
	if (!view.has(key) || kind === undefined || sessions.includes(kind)) return [];
	return [view.warning("no-effect", key, "has no effect where nobody signs in; remove it")];
}

const carried: readonly unknown[] = ["static", "helper-script"];

/** Signed in, users send a bearer token whatever the scheme. */
function authScheme(view: ConfigurationView): Problem[] {
	const key = "inferenceGatewayAuthScheme";
	const kind = view.value("inferenceCredentialKind");
	if (!view.has(key) || kind === undefined || carried.includes(kind)) return [];
	return [view.warning("no-effect", key, "has no effect for signed-in users, who send a bearer token; remove it")];
}

/** Rules of signing in: https://claude.com/docs/third-party/claude-desktop/configuration */
export const signInRules: readonly Rule[] = [
	brokerIssuer,
	brokerOnLinux,
	entraResource,
	shortLivedHelper,
	sessionLifetime,
	authScheme,
	waysOfSomeApps,
];
