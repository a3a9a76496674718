import type { ObjectReader } from "../object-store/object-reader.js";
import { error, type Problem } from "../problem.js";
import { faultAt } from "./fault-at.js";
import { manifestKey, type PublishedScope, signatureKey } from "./layout.js";
import { verifyRevision } from "./sign.js";
import type { RevisionSigners } from "./signers.js";

/** Bytes of a signature by Ed25519. */
const signatureBytes = 64;

/**
 * Whether one of the keys has signed the manifest that stands at a revision.
 *
 * @returns problems whose path is one step: the manifest's key
 */
export async function checkSignature(
	reader: ObjectReader,
	{ scope, revision }: { readonly scope: PublishedScope; readonly revision: string },
	{ manifest, signers }: { readonly manifest: Uint8Array; readonly signers: RevisionSigners },
): Promise<readonly Problem[]> {
	const key = manifestKey(scope, revision);
	try {
		const found = await reader.get(signatureKey(scope, revision), signatureBytes);
		if (!found) return [error("not-signed", [key], "has no signature beside it; somebody without a key put it there")];
		if (signers.some((signer) => verifyRevision(manifest, found.content, signer))) return [];
		return [error("other-signature", [key], "is signed by none of the keys that this deployment names")];
	} catch (fault) {
		const { message, ...problem } = faultAt(key, fault);
		return [{ ...problem, message: `has a signature that cannot be read: ${message}` }];
	}
}
