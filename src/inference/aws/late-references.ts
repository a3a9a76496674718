import { formatPath, type Path } from "../../path.js";
import type { LateReference } from "../../reference/reference.js";

/** The account in which everything is created, where nobody names it. `signInAt` is where the sign-in block stands. */
export function accountReference(signInAt: Path): LateReference {
	const instead = formatPath([...signInAt, "accountId"]);
	return { fromCloud: { name: "bedrock.accountId", words: "the id of the AWS account that deploys", instead } };
}

/** The Bedrock API key of a group. `signInAt` is where the sign-in block stands, which may hold another. */
export function keyReference(group: string, signInAt: Path): LateReference {
	const words = `the key that AWS will create for group ${group}`;
	return { fromCloud: { name: `bedrock.bearerToken.${group}`, words, instead: formatPath(signInAt) } };
}

/** The base URL by which devices call a private endpoint. */
export const endpointReference: LateReference = {
	fromCloud: { name: "bedrock.endpoint", words: "the address of the private endpoint" },
};

/** The ARN of a group's own copy of an inference profile. */
export function applicationProfileReference(group: string, profileId: string): LateReference {
	const name = `bedrock.applicationProfile.${group}.${profileId}`;
	const words = `the application inference profile that AWS will create of ${profileId} for group ${group}`;
	return { fromCloud: { name, words, model: profileId } };
}

/** What a late reference of settings comes to, for the plan that settles it. */
export function settled({ fromCloud }: LateReference, text: string): Readonly<Record<string, string>> {
	return { [fromCloud.name]: text };
}
