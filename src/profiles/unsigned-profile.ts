import { made, type Outcome } from "../outcome.js";
import { isSigned } from "../signing/is-signed.js";
import { checkSize } from "./read-text.js";

/** A configuration profile without its signature, which was looked at; one that has none as it is. */
export async function unsignedProfile(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
	if (!isSigned(bytes)) return made(bytes);
	const tooLarge = checkSize(bytes);
	if (tooLarge.length > 0) return { problems: tooLarge };
	const { signedContent } = await import("../signing/signed-content.js");
	return signedContent(bytes);
}
