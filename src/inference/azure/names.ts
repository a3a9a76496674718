import { error, type Problem } from "../../problem.js";
import { textMatching } from "../../shape/build.js";

/** https://learn.microsoft.com/rest/api/aiservices/accountmanagement/accounts/create */
export const accountName = textMatching(
	"azure-name",
	/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$/,
	"is no name of an account; expected 2 to 64 letters, digits and -_. after a letter or digit",
);

/** https://learn.microsoft.com/rest/api/aiservices/accountmanagement/deployments/create-or-update */
export const deploymentName = textMatching(
	"azure-name",
	/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$/,
	"is no name of a model deployment; expected 2 to 64 letters, digits and -_. after a letter or digit",
);

/** The first label of a host is not longer, and shorter sub-domains are not given. */
export function checkSubDomain(resource: string): Problem[] {
	if (resource.length >= 2) return [];
	return [error("azure-name", [], "is no sub-domain that Azure gives; expected 2 to 63 letters, digits and hyphens")];
}

/** Name of what is created for a deployment beside the account. */
export function nameFor(deployment: string): string {
	return `cowork-${deployment}`;
}
