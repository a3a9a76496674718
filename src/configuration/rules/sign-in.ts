import { isObject, type JsonValue } from "../../json.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Which flow key goes with which identity provider. */
const flows = [
	{ flow: "inferenceIdpAuthFlow", oidc: "inferenceIdpOidc" },
	{ flow: "inferenceGatewayOidcAuthFlow", oidc: "inferenceGatewayOidc" },
	{ flow: "inferenceVertexWorkforceAuthFlow", oidc: "inferenceVertexWorkforceOidc" },
	{ flow: "inferenceFoundryAuthFlow", oidc: undefined },
] as const;

const entraIssuer = /^https:\/\/login\.microsoftonline\.com\/[^/]+\/v2\.0$/;

function brokerIssuer(view: ConfigurationView): Problem[] {
	return flows.flatMap(({ flow, oidc }) => {
		if (view.value(flow) !== "broker" || !oidc) return [];
		const issuer = view.memberText(oidc, "issuer");
		if (issuer !== undefined && entraIssuer.test(issuer)) return [];
		return [
			view.error(
				oidc,
				`the broker flow needs an Entra issuer; expected https://login.microsoftonline.com/{tenant}/v2.0`,
				"issuer",
			),
		];
	});
}

function brokerOnLinux(view: ConfigurationView): Problem[] {
	if (!view.configuration.platforms.includes("linux")) return [];
	const message = `broker sign-in does not exist on Linux, which group ${view.configuration.group} has; use another flow or take linux from its platforms`;
	const used = flows.filter(({ flow }) => view.value(flow) === "broker").map(({ flow }) => view.error(flow, message));
	const servers = view
		.list("managedMcpServers")
		.flatMap((server, index) =>
			authFlow(server) === "broker" ? [view.error("managedMcpServers", message, index, "oauth", "authFlow")] : [],
		);
	const required =
		view.value("microsoftAuthBroker") === "required"
			? [view.warning("microsoftAuthBroker", "has no effect on Linux, where there is no broker")]
			: [];
	return [...used, ...servers, ...required];
}

function authFlow(server: JsonValue): unknown {
	return isObject(server) && isObject(server.oauth) ? server.oauth.authFlow : undefined;
}

/** Entra refuses the `resource` parameter on its v2.0 endpoints. */
function entraResource(view: ConfigurationView): Problem[] {
	return ["inferenceIdpOidc", "inferenceGatewayOidc"].flatMap((key) => {
		const issuer = view.memberText(key, "issuer");
		if (!issuer?.startsWith("https://login.microsoftonline.com/") || view.memberText(key, "resource") === undefined)
			return [];
		return [view.warning(key, "leave resource unset for Entra ID", "resource")];
	});
}

/** Sign-in rules of sections 6 and 7 of the facts. */
export const signInRules: readonly Rule[] = [brokerIssuer, brokerOnLinux, entraResource];
