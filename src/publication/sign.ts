import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { made, type Outcome, refused } from "../outcome.js";
import { error } from "../problem.js";

/**
 * Reads a key that manifests are signed with. Never repeats any of it.
 *
 * @param pem Ed25519, PKCS #8, not encrypted
 */
export function readRevisionKey(pem: string): Outcome<KeyObject> {
	const key = privateKey(pem);
	if (key?.asymmetricKeyType === "ed25519") return made(key);
	const what = key === undefined ? "is no readable key in PEM" : "is a key of another kind";
	const how = "expected Ed25519 that is not encrypted, such as openssl genpkey -algorithm ed25519 writes";
	return refused(error("signing-key", [], `${what}; ${how}`));
}

/** The 64 bytes of `manifest.json.sig`: equal for equal bytes and keys, https://www.rfc-editor.org/rfc/rfc8032. */
export function signRevision(manifest: Uint8Array, key: KeyObject): Uint8Array {
	return new Uint8Array(sign(null, manifest, key));
}

/**
 * Reads a key that says who has signed.
 *
 * @param pem Ed25519, SubjectPublicKeyInfo; never a private key, from which its public half could be taken
 */
export function readPublicKey(pem: string): Outcome<KeyObject> {
	if (pem.includes("PRIVATE KEY-----")) return refused(error("public-key", [], `is a private key; ${publicHalf}`));
	const key = publicKey(pem);
	if (key?.asymmetricKeyType === "ed25519") return made(key);
	const what = key === undefined ? "is no readable key in PEM" : "is a key of another kind";
	return refused(error("public-key", [], `${what}; ${publicHalf}`));
}

const publicHalf = "expected the public half of an Ed25519 key, such as openssl pkey -pubout writes";

/** Whether a manifest was signed with a key, of which the public half is enough, in PEM (SubjectPublicKeyInfo). */
export function verifyRevision(manifest: Uint8Array, signature: Uint8Array, key: KeyObject | string): boolean {
	return verify(null, manifest, typeof key === "string" ? createPublicKey(key) : key, signature);
}

function publicKey(pem: string): KeyObject | undefined {
	try {
		return createPublicKey(pem);
	} catch {
		return undefined;
	}
}

function privateKey(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		// What the library says of it is about ASN.1.
		return undefined;
	}
}
