import { error } from "../problem.js";
import type { SecretReference } from "../reference/reference.js";
import { object, text } from "../shape/build.js";
import type { Member, Members, Rule } from "../shape/shape.js";

/** Who signs: a certificate with its key, or both in one PKCS#12 file. */
export interface SignOptions {
	/** File of the signer's certificate in PEM, and then of those that certify it. @default - those of pkcs12 */
	readonly certificate?: string;
	/**
	 * File of the key in PEM, or the key itself as a secret. RSA, or EC on P-256, P-384 or P-521.
	 * @default - that of pkcs12
	 */
	readonly key?: string | SecretReference;
	/** PKCS#12 file with certificates and key, encrypted with AES. @default - certificate and key are given */
	readonly pkcs12?: string;
	/** Password of the PKCS#12 file. @default - certificate and key are given */
	readonly password?: SecretReference;
}

/** The two ways that {@link signMember} allows. */
export type SignerSource =
	| { readonly certificate: string; readonly key: string | SecretReference }
	| { readonly pkcs12: string; readonly password: SecretReference };

/** Whoever writes a key where the path of its file belongs. */
export const isPem: Rule<string> = (value) =>
	value.includes("-----BEGIN")
		? [error("plain-secret", [], "is a key in plain text; expected the path of its file, or { fromEnv: NAME }")]
		: [];

const oneWay: Rule<Members> = ({ certificate, key, pkcs12, password }) => {
	const pem = [certificate, key].filter((each) => each !== undefined).length;
	const file = [pkcs12, password].filter((each) => each !== undefined).length;
	if ((pem === 2 && file === 0) || (pem === 0 && file === 2)) return [];
	return [error("signing-identity", [], "expected certificate and key, or pkcs12 and password")];
};

/** `sign` of a format whose files can carry a signature. */
export const signMember: Member = {
	shape: object(
		{
			certificate: {
				shape: text(),
				summary: "File of the signer's certificate in PEM, and then of those that certify it.",
				defaultNote: "those of pkcs12",
			},
			key: {
				shape: text(isPem),
				summary: "File of the key in PEM, or the key itself as a secret. RSA, or EC on P-256, P-384 or P-521.",
				defaultNote: "that of pkcs12",
				secretsInside: true,
			},
			pkcs12: {
				shape: text(),
				summary: "PKCS#12 file with certificates and key, encrypted with AES.",
				defaultNote: "certificate and key are given",
			},
			password: {
				shape: text(),
				summary: "Password of the PKCS#12 file.",
				defaultNote: "certificate and key are given",
				secret: true,
			},
		},
		{ rules: [oneWay] },
	),
	summary: "Signs the profile as CMS. With a key of RSA, equal profiles give equal bytes.",
	defaultNote: "it is not signed",
};
