import type { ParsedDeployment } from "../deployment/deployment.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import type { SecretReference } from "../reference/reference.js";
import type { SignerSource } from "./sign-options.js";

/** A `sign` block of a format, and where it stands. */
export interface SigningBlock {
	readonly word: string;
	readonly at: Path;
	readonly sign: SignerSource;
}

/** Every `sign` block of a deployment that was checked. */
export function signingBlocks({ profiles }: ParsedDeployment): SigningBlock[] {
	return Object.entries(profiles).flatMap(([word, { sign }]) =>
		// Its form was checked with the rest of the deployment.
		isJsonObject(sign) ? [{ word, at: ["profiles", word, "sign"], sign: sign as unknown as SignerSource }] : [],
	);
}

/** What stands in the place of files: a certificate, or a reference to it, and a reference to the key. */
export interface TakenSigner {
	readonly certificate: string | SecretReference;
	readonly key: SecretReference;
}

/** The deployment with what a block's files hold in the place of their names. */
export function withSigner(deployment: ParsedDeployment, word: string, signer: TakenSigner): ParsedDeployment {
	const sign: JsonObject = { certificate: asJson(signer.certificate), key: asJson(signer.key) };
	return { ...deployment, profiles: { ...deployment.profiles, [word]: { ...deployment.profiles[word], sign } } };
}

/** The deployment with no file signed. */
export function withoutSigners(deployment: ParsedDeployment): ParsedDeployment {
	const unsigned = Object.entries(deployment.profiles).map(([word, { sign: _, ...block }]) => [word, block]);
	return { ...deployment, profiles: Object.fromEntries(unsigned) };
}

/** A reference is plain data. */
function asJson(value: string | SecretReference): JsonValue {
	return typeof value === "string" ? value : { ...value };
}
