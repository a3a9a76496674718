import { settledMember, warningsOf } from "../../cloud/settled.js";

/** What a person has to know or do that no plan can, by its word in a deployment file; the code of its warning. */
const codes = {
	oauthClient: "oauth-client-by-hand",
	serviceAccountKey: "service-account-key",
	credentialsFile: "credentials-file-to-place",
	roleGrant: "role-to-grant",
	modelLists: "models-not-told-apart",
	broadRole: "broad-role",
	privateMultiRegion: "private-multi-region",
} as const;

export const manual: readonly string[] = [...Object.values(codes), "model-enablement"];

/** The member by which a deployment says that it has been seen to. */
export const settled = settledMember(codes);

/** A warning, unless the deployment says that it has been seen to. */
export const unlessSettled = warningsOf(codes);
