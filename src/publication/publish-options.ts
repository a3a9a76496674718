import type { SecretReference } from "../reference/reference.js";

/** What a deployment says of publication, whatever the store. */
export interface PublishOptions<Secret = SecretReference> {
	/** Who gets a new revision first, and who later, in order. @default - one ring, `all`; a local folder keeps the bundle as it is */
	readonly rings?: readonly string[];
	/** Signs the manifest of each revision, so that whoever reads it need not trust the store. @default - it is not signed */
	readonly sign?: RevisionSigning<Secret>;
	/** Rings of what serves every group that are held. @default - each follows the newest revision */
	readonly perimeter?: HeldRings;
}

export interface RevisionSigning<Secret = SecretReference> {
	/** File of an Ed25519 key in PEM (PKCS #8), or the key itself as a secret. */
	readonly key: string | Secret;
	/**
	 * Files of Ed25519 keys in PEM (SubjectPublicKeyInfo), that of `key` among them: where revisions are read, each has to
	 * be signed by one of them. @default - signatures are not verified
	 */
	readonly publicKeys?: readonly string[];
}

/** By ring. */
export type HeldRings = Readonly<Record<string, RingHold>>;

export interface RingHold {
	/** Digest of the revision that the ring stays at. */
	readonly hold: string;
}
