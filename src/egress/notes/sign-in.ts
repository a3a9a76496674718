import { isObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { ofUrl } from "../destination.js";

/** Keys whose value is an OIDC client. */
export const oidcKeys = ["inferenceGatewayOidc", "inferenceIdpOidc", "inferenceVertexWorkforceOidc", "bootstrapOidc"];

export function oidcDiscovery(context: EgressContext): string[] {
	return oidcKeys.flatMap((key) => {
		const client = context.value(key);
		if (!isObject(client) || (client.authorizationUrl !== undefined && client.tokenUrl !== undefined)) return [];
		return ofUrl(client.issuer).map(
			({ host }) =>
				`${key}: discovery at ${host} may name endpoints on other hosts (with Amazon Cognito the pool's own domain), which are in no list: add them to the perimeter, or write authorizationUrl and tokenUrl`,
		);
	});
}

const helperKeys = ["inferenceCredentialHelper", "otlpHeadersHelper", "bootstrapHeadersHelper"];

export function helperCalls(context: EgressContext): string[] {
	return helperKeys
		.filter((key) => context.inFleet(context.isSet(key)))
		.map((key) => `what the program of ${key} itself contacts is not known here`);
}
