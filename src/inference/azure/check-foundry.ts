import { error, type Problem } from "../../problem.js";
import { checkAccount } from "./account/check-account.js";
import { checkEndpoint } from "./endpoints/check-endpoint.js";
import { checkIdentity } from "./identity/check-identity.js";
import { checkDeployments } from "./models/check-deployments.js";
import type { FoundryRequest } from "./request.js";

/** What is wrong with what a deployment on Foundry asks Azure for; `provision` fits its shape. */
export function checkFoundry(request: FoundryRequest): Problem[] {
	return [
		...checkBaseUrl(request),
		...checkAccount(request),
		...checkDeployments(request),
		...checkIdentity(request),
		...checkEndpoint(request),
	];
}

/** Devices would call something else than the account. */
function checkBaseUrl({ provision, baseUrl, at }: FoundryRequest): Problem[] {
	if (!provision.privateEndpoint || baseUrl === undefined) return [];
	const message =
		"takes devices past the private endpoint, which serves the resource's own host; leave one of them out";
	return [error("contradiction", [...at.block, "baseUrl"], message)];
}
