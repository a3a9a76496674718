import { settledMember, warningsOf } from "../../../cloud/settled.js";

/** What a person has to do that no plan can, by its word in a foundation's options; the code of its warning. */
const codes = {
	terms: "terms-by-hand",
	identityProvider: "identity-provider-by-hand",
	sinkWriter: "sink-to-grant",
} as const;

/** The member by which a foundation says that it has been seen to. */
export const settled = settledMember(codes);

/** A warning, unless the foundation says that it has been seen to. */
export const unlessSettled = warningsOf(codes);
