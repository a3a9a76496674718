import { made, type Outcome, refused } from "../outcome.js";
import { below, error } from "../problem.js";
import type { SignOptions } from "./sign-options.js";

/**
 * A file, signed where options say by whom: by then with the certificates and the key themselves in place of the names of
 * their files. Paths of problems start at the options.
 */
export async function signProfile(content: Uint8Array, sign: SignOptions | undefined): Promise<Outcome<Uint8Array>> {
	if (!sign) return made(content);
	const { readCertificates, readSigningKey, signContent } = await import("./sign.js");
	const { certificate, key: pem } = sign;
	if (certificate === undefined || typeof pem !== "string") {
		return refused(error("signing-identity", ["sign"], "was not read; expected a certificate and its key in PEM"));
	}
	const certificates = readCertificates(certificate);
	if (!certificates.value)
		return { problems: certificates.problems.map((each) => below(["sign", "certificate"], each)) };
	const key = readSigningKey(pem, certificates.value[0]);
	if (!key.value) return { problems: key.problems.map((each) => below(["sign", "key"], each)) };
	return made(await signContent(content, { certificates: certificates.value, key: key.value }));
}
