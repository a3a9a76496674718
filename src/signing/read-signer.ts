import { made, type Outcome, refused } from "../outcome.js";
import { below, error, isError, type Problem } from "../problem.js";
import { isSecretReference, type SecretLookup, type SecretReference } from "../reference/reference.js";
import { checkValidity } from "./check-validity.js";
import { type OpenedPkcs12, openPkcs12 } from "./pkcs12.js";
import { readCertificates, readSigningKey, writeCertificates } from "./sign.js";
import type { SignerSource } from "./sign-options.js";

/** Gives a file's bytes. Throws the system's own error where it cannot be read. */
export type ReadFile = (path: string) => Uint8Array;

/** Certificates alone in PEM, and the key: in PEM where a file had it, or else the secret that it is. */
export interface PemSigner {
	readonly certificate: string;
	readonly key: string | SecretReference;
}

/** Where a certificate and its key come from, and when they have to hold. */
export interface PemSources {
	readonly read: ReadFile;
	/** Gives the text of a secret; undefined where it is not there yet. */
	readonly known: SecretLookup;
	readonly now: Date;
}

/** Reads and checks a certificate and its key. Paths of problems start at the options. */
export function readPemSigner(
	{ certificate, key }: Extract<SignerSource, { certificate: string }>,
	{ read, known, now }: PemSources,
): Outcome<PemSigner> {
	const pem = readText(certificate, read);
	if (pem.value === undefined) return at("certificate", pem.problems);
	const certificates = readCertificates(pem.value);
	if (!certificates.value) return at("certificate", certificates.problems);
	const validity = checkValidity(certificates.value[0], now).map((each) => below(["certificate"], each));
	if (validity.some(isError)) return { problems: validity };
	// Their file may hold the key too, and they go where a key must not.
	const plain = writeCertificates(certificates.value);
	if (isSecretReference(key)) {
		const text = known(key);
		// One that is missing is named with the other secrets, and one that comes later is checked where it signs.
		const wrong = text ? readSigningKey(text, certificates.value[0]).problems : [];
		return wrong.length > 0 ? at("key", wrong) : made({ certificate: plain, key }, validity);
	}
	const own = readText(key, read);
	if (own.value === undefined) return at("key", own.problems);
	const checked = readSigningKey(own.value, certificates.value[0]);
	return checked.value ? made({ certificate: plain, key: own.value }, validity) : at("key", checked.problems);
}

/** The bytes of a PKCS#12 file. Paths of problems start at the options. */
export function readPkcs12(path: string, read: ReadFile): Outcome<Uint8Array> {
	const bytes = bytesOf(path, read);
	return bytes.value ? bytes : at("pkcs12", bytes.problems);
}

/** Opens a PKCS#12 file and checks what is inside. Paths of problems start at the options. */
export async function readPkcs12Signer(bytes: Uint8Array, password: string, now: Date): Promise<Outcome<OpenedPkcs12>> {
	const opened = await openPkcs12(bytes, password);
	if (!opened.value) return at("pkcs12", opened.problems);
	const certificates = readCertificates(opened.value.certificate);
	if (!certificates.value) return at("pkcs12", certificates.problems);
	const [own] = certificates.value;
	const problems = [...checkValidity(own, now), ...readSigningKey(opened.value.key, own).problems];
	const placed = problems.map((each) => below(["pkcs12"], each));
	return placed.some(isError) ? { problems: placed } : made(opened.value, placed);
}

function at(member: string, problems: readonly Problem[]) {
	return refused(...problems.map((each) => below([member], each)));
}

/** The text of a file, which is a problem where it cannot be read. */
export function readText(path: string, read: ReadFile): Outcome<string> {
	const bytes = bytesOf(path, read);
	return bytes.value ? made(Buffer.from(bytes.value).toString("utf8")) : bytes;
}

function bytesOf(path: string, read: ReadFile): Outcome<Uint8Array> {
	try {
		return made(read(path));
	} catch (fault) {
		const why =
			fault instanceof Error && "code" in fault ? String(fault.code) : "it is no regular file of a usual size";
		return refused(error("signing-file", [], `names ${path}, which cannot be read (${why}); expected a file`));
	}
}
