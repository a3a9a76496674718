import { settledMember, warningsOf } from "../../cloud/settled.js";

/** What a person has to do that no plan can, by its word in a deployment file; the code of its warning. */
const codes = {
	certificate: "collector-certificate",
	record: "collector-record",
} as const;

export const manual: readonly string[] = Object.values(codes);

/** The member by which a deployment says that it has been seen to. */
export const settled = settledMember(codes);

/** A warning, unless the deployment says that it has been seen to. */
export const unlessSettled = warningsOf(codes);
