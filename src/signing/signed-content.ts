import { made, type Outcome, refused } from "../outcome.js";
import { error } from "../problem.js";
import { exactly } from "./sign.js";

/** The identifier of signed data, 1.2.840.113549.1.7.2, which a message names first. */
const signedData = Buffer.from("06092a864886f70d010702", "hex");

/** Whether bytes look like a CMS message that signs something, whatever is wrong with them otherwise. */
export function isSigned(bytes: Uint8Array): boolean {
	// Before the identifier stand a tag and a length of at most nine bytes.
	return bytes[0] === 0x30 && Buffer.from(bytes.subarray(0, 10 + signedData.length)).includes(signedData);
}

/** What a CMS message signs and carries. Whether the signature holds, and whose it is, is not looked at. */
export async function signedContent(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
	const pki = await import("pkijs");
	try {
		const message = pki.ContentInfo.fromBER(exactly(bytes));
		const { eContent } = new pki.SignedData({ schema: message.content }).encapContentInfo;
		if (eContent) return made(new Uint8Array(eContent.getValue()));
	} catch {
		// What the library says of it is about ASN.1.
	}
	return refused(error("not-readable", [], "is no signed message with content; expected CMS in DER"));
}
