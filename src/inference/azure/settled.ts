import type { Path } from "../../path.js";
import { type Problem, warning } from "../../problem.js";
import { list, words } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";

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

export type SettledWord = keyof typeof codes;

/** The member by which a deployment says that it has been seen to. */
export const settled: Member = {
	shape: list(words(Object.keys(codes))),
	summary: "What has been seen to of all that the warnings ask for, so that it is told no more.",
	defaultNote: "nothing, and each is told",
};

/** A warning, unless the deployment says that it has been seen to. */
export function unlessSettled(
	{ settled = [] }: { readonly settled?: readonly string[] },
	word: SettledWord,
	path: Path,
	message: string,
): Problem[] {
	return settled.includes(word) ? [] : [warning(codes[word], path, message)];
}
