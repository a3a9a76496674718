import type { SignedData } from "pkijs";
import { made, type Outcome, refused } from "../outcome.js";
import { error } from "../problem.js";
import { exactly } from "./sign.js";

/**
 * What a CMS message signs and carries, once its signature holds. Whose it is, and whether anybody trusts the certificate,
 * is for the device to say.
 */
export async function signedContent(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
	const pki = await import("pkijs");
	const message = signedMessage(pki, bytes);
	const { eContent } = message?.encapContentInfo ?? {};
	if (!message || !eContent) {
		return refused(error("not-readable", [], "is no signed message with content; expected CMS in DER"));
	}
	const faults = await Promise.all(message.signerInfos.map((_, signer) => faultOf(pki, message, signer)));
	const fault = faults.length === 0 ? "is signed by nobody" : faults.find((each) => each !== undefined);
	if (fault !== undefined) return refused(error("signature", [], `${fault}; take the profile that its author signed`));
	return made(new Uint8Array(eContent.getValue()));
}

type Pki = typeof import("pkijs");

function signedMessage(pki: Pki, bytes: Uint8Array): SignedData | undefined {
	try {
		return new pki.SignedData({ schema: pki.ContentInfo.fromBER(exactly(bytes)).content });
	} catch {
		// What the library says of it is about ASN.1.
		return undefined;
	}
}

/** What is wrong with a signature; undefined of one that holds. */
async function faultOf(pki: Pki, message: SignedData, signer: number): Promise<string | undefined> {
	const engine = new pki.CryptoEngine({ name: "node", crypto });
	try {
		const { signatureVerified } = await message.verify({ signer, checkChain: false, extendedMode: true }, engine);
		return signatureVerified === true ? undefined : broken;
	} catch (fault) {
		return fault instanceof pki.SignedDataVerifyError && withoutSigner.includes(fault.code)
			? "is signed by a key whose certificate it does not hold, so that nobody can tell whose it is"
			: broken;
	}
}

/** The library's numbers for no certificate at all, and for none of the signer. */
const withoutSigner = [2, 3];
const broken = "has a signature that does not hold: it was changed since, or is signed in a way that is not known";
