import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { made, type Outcome, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { exactly, writeCertificates } from "./sign.js";

/** What a PKCS#12 file holds, in PEM: certificates, the one of the key first, and the key. */
export interface OpenedPkcs12 {
	readonly certificate: string;
	readonly key: string;
}

/** With a file between, whose key is encrypted: what writes the new one reads its input twice, which no pipe allows. */
const conversion =
	"openssl pkcs12 -legacy -in old.p12 -out old.pem && openssl pkcs12 -export -in old.pem -out new.p12 writes one that is read";

/** Opens a PKCS#12 file (https://www.rfc-editor.org/rfc/rfc7292). What is said of it never repeats the password. */
export async function openPkcs12(bytes: Uint8Array, password: string): Promise<Outcome<OpenedPkcs12>> {
	const pki = await import("pkijs");
	const engine = new pki.CryptoEngine({ name: "node", crypto });
	const secret = exactly(new TextEncoder().encode(password));
	const certificates: X509Certificate[] = [];
	const keys: Buffer[] = [];
	try {
		const file = pki.PFX.fromBER(exactly(bytes));
		await file.parseInternalValues({ password: secret, checkIntegrity: true }, engine);
		const safe = file.parsedValue?.authenticatedSafe;
		const contents = safe?.safeContents ?? [];
		const isEncrypted = ({ contentType }: { contentType: string }) => contentType === pki.ContentInfo.ENCRYPTED_DATA;
		const safeContents = contents.map((content) => (isEncrypted(content) ? { password: secret } : {}));
		await safe?.parseInternalValues({ safeContents }, engine);
		const opened: { value: { safeBags: { bagValue: unknown }[] } }[] = safe?.parsedValue.safeContents ?? [];
		for (const { bagValue } of opened.flatMap(({ value }) => value.safeBags)) {
			if (bagValue instanceof pki.PKCS8ShroudedKeyBag) {
				// Its declaration makes this method protected, and there is no other way to the key.
				await (bagValue as unknown as Shrouded).parseInternalValues({ password: secret }, engine);
				if (bagValue.parsedValue) keys.push(Buffer.from(bagValue.parsedValue.toSchema().toBER()));
			} else if (bagValue instanceof pki.PrivateKeyInfo) keys.push(Buffer.from(bagValue.toSchema().toBER()));
			else if (bagValue instanceof pki.CertBag && bagValue.parsedValue instanceof pki.Certificate)
				certificates.push(new X509Certificate(Buffer.from(bagValue.parsedValue.toSchema().toBER())));
		}
	} catch (fault) {
		return refused(error("signing-pkcs12", [], whyClosed(fault)));
	}
	return inPem(certificates, keys);
}

/** What OpenSSL says at once of a PKCS#12 file that it cannot open. */
export function checkPkcs12(bytes: Uint8Array, password: string): readonly Problem[] {
	try {
		// Which keys and digests are good enough for a server is no question here.
		createSecureContext({ pfx: Buffer.from(bytes), passphrase: password, ciphers: "DEFAULT@SECLEVEL=0" });
		return [];
	} catch (fault) {
		return [error("signing-pkcs12", [], whyClosed(fault))];
	}
}

interface Shrouded {
	parseInternalValues(parameters: { password: ArrayBuffer }, engine: object): Promise<void>;
}

/** PKCS#12 of old encrypts with RC2 and 3DES, whose identifiers begin so: https://www.rfc-editor.org/rfc/rfc7292#appendix-C */
const legacyScheme = "1.2.840.113549.1.12.1.";

function whyClosed(fault: unknown): string {
	const said = fault instanceof Error ? fault.message : String(fault);
	const isUnsupported = fault instanceof Error && "code" in fault && fault.code === "ERR_CRYPTO_UNSUPPORTED_OPERATION";
	if (isUnsupported || said.includes(legacyScheme))
		return `is encrypted with RC2 or 3DES, which is not read; ${conversion}`;
	return `is no PKCS#12 file that this password opens; check both, or convert it: ${conversion}`;
}

function inPem(certificates: readonly X509Certificate[], [der, ...others]: readonly Buffer[]): Outcome<OpenedPkcs12> {
	if (der === undefined || others.length > 0)
		return refused(
			error("signing-pkcs12", [], `has ${others.length === 0 ? "no" : "more than one"} key; expected one`),
		);
	const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
	const own = certificates.find((each) => each.checkPrivateKey(key));
	if (!own) return refused(error("signing-pkcs12", [], "has no certificate of its key; export it with the key"));
	const ordered = [own, ...certificates.filter((each) => each !== own)];
	return made({
		certificate: writeCertificates(ordered),
		key: key.export({ type: "pkcs8", format: "pem" }).toString(),
	});
}
