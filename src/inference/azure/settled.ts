import { settledMember, warningsOf } from "../../cloud/settled.js";

/** What a person has to know or do that no plan can, by its word in a deployment file; the code of its warning. */
const codes = {
	marketplaceTerms: "marketplace-terms",
	quota: "model-quota",
	dataBoundary: "data-boundary",
	sharedDeployments: "deployments-of-all",
	appRegistration: "app-registration",
	adminConsent: "admin-consent",
	roleAssignments: "role-to-assign",
	sharedKey: "shared-key",
	localAuthentication: "local-authentication",
	softDelete: "soft-delete",
	resolvers: "resolver-forwarding",
} as const;

export const manual: readonly string[] = Object.values(codes);

/** The member by which a deployment says that it has been seen to. */
export const settled = settledMember(codes);

const unless = warningsOf(codes);

/** A warning that tells its word, unless the deployment says that it has been seen to. */
export const unlessSettled: typeof unless = (provision, word, path, message) =>
	unless(provision, word, path, `${message}; once seen to, list ${word} in provision.settled`);
