import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { made, type Outcome, refused } from "../outcome.js";
import { error } from "../problem.js";

/** Curves that CMS has identifiers for, by their names in OpenSSL. */
const curves: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

/** Bits of an RSA key that still signs: https://doi.org/10.6028/NIST.SP.800-131Ar2 */
const shortestModulus = 2048;

/** Certificates in PEM, the signer's first, and its key. */
export interface Signer {
	readonly certificates: readonly X509Certificate[];
	readonly key: KeyObject;
}

/** Reads certificates, and sees that there are some. What else stands in the text, such as the key, is passed over. */
export function readCertificates(pem: string): Outcome<readonly [X509Certificate, ...X509Certificate[]]> {
	const blocks = pem.split(/(?=-----BEGIN )/).filter((part) => part.startsWith("-----BEGIN CERTIFICATE-----"));
	try {
		const [first, ...others] = blocks.map((block) => new X509Certificate(block));
		if (first) return made([first, ...others]);
	} catch {
		// What the library says of it is about ASN.1.
	}
	return refused(error("signing-certificate", [], "is no certificate in PEM; expected -----BEGIN CERTIFICATE-----"));
}

/** Certificates alone in PEM, whatever stood around them. */
export function writeCertificates(certificates: readonly X509Certificate[]): string {
	return certificates.map((each) => each.toString()).join("");
}

/** Reads a key, and sees that it is one to sign with and that it is the certificate's. Never repeats any of it. */
export function readSigningKey(pem: string, certificate: X509Certificate): Outcome<KeyObject> {
	const key = privateKey(pem);
	if (key === undefined) {
		return refused(
			error(
				"signing-key",
				[],
				"is no readable key in PEM; expected one that is not encrypted, such as openssl pkey writes, or a PKCS#12 file",
			),
		);
	}
	if (algorithmOf(key) === undefined) {
		return refused(error("signing-key", [], "is a key of another kind; expected RSA, or EC on P-256, P-384 or P-521"));
	}
	const { modulusLength = shortestModulus } = key.asymmetricKeyDetails ?? {};
	if (modulusLength < shortestModulus) {
		const message = `is an RSA key of ${modulusLength} bits, which others can forge; expected at least ${shortestModulus}`;
		return refused(error("signing-key", [], message));
	}
	if (!certificate.checkPrivateKey(key)) {
		return refused(error("signing-key", [], "is not the key of the certificate; expected the two of one signer"));
	}
	return made(key);
}

function privateKey(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		return undefined;
	}
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
	if (asymmetricKeyType === "rsa") return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
	const namedCurve = curves[asymmetricKeyDetails?.namedCurve ?? ""];
	return asymmetricKeyType === "ec" && namedCurve !== undefined ? { name: "ECDSA", namedCurve } : undefined;
}

/**
 * Bytes inside a CMS message that signs them (https://www.rfc-editor.org/rfc/rfc5652): without a time, so that RSA gives
 * the same for the same; EC signatures are random by nature.
 */
export async function signContent(content: Uint8Array, { certificates, key }: Signer): Promise<Uint8Array> {
	const [asn1, pki] = await Promise.all([import("asn1js"), import("pkijs")]);
	const engine = new pki.CryptoEngine({ name: "node", crypto });
	const algorithm = algorithmOf(key);
	const [signer, ...others] = certificates.map((each) => pki.Certificate.fromBER(exactly(each.raw)));
	if (algorithm === undefined || signer === undefined) throw new RangeError("the signer was not checked");
	const exported = key.export({ type: "pkcs8", format: "der" });
	const imported = await engine.importKey("pkcs8", exactly(exported), algorithm, false, ["sign"]);
	const attribute = (type: string, value: object) => new pki.Attribute({ type, values: [value] });
	const digest = await engine.digest("SHA-256", exactly(content));
	const signed = new pki.SignedData({
		version: 1,
		encapContentInfo: new pki.EncapsulatedContentInfo({
			eContentType: pki.ContentInfo.DATA,
			eContent: new asn1.OctetString({ valueHex: exactly(content) }),
		}),
		signerInfos: [
			new pki.SignerInfo({
				version: 1,
				sid: new pki.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
				signedAttrs: new pki.SignedAndUnsignedAttributes({
					type: 0,
					attributes: [
						attribute(contentType, new asn1.ObjectIdentifier({ value: pki.ContentInfo.DATA })),
						attribute(messageDigest, new asn1.OctetString({ valueHex: digest })),
					],
				}),
			}),
		],
		certificates: [signer, ...others],
	});
	await signed.sign(imported, 0, "SHA-256", undefined, engine);
	const message = new pki.ContentInfo({ contentType: pki.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
	return new Uint8Array(message.toSchema().toBER());
}

const contentType = "1.2.840.113549.1.9.3";
const messageDigest = "1.2.840.113549.1.9.4";

/** A buffer that holds these bytes alone: libraries of ASN.1 read a whole one. */
export function exactly(bytes: Uint8Array): ArrayBuffer {
	return new Uint8Array(bytes).buffer;
}
