import type * as pulumi from "@pulumi/pulumi";
import type { ArtifactStore, StorePlan } from "../../artifact-store/store.js";
import type { ListedFile } from "../../bundle/manifest.js";
import type { PublishedDeployment } from "../../publication/published.js";
import type { RevisionApp, RevisionFile } from "../../publication/revision.js";
import type { LateInput } from "../token-values.js";
import type { BundlePart } from "./bundle-part.js";

/**
 * A place to publish to, such as `local({...})`. A store of your own is an object of this shape whose `store` says
 * what its options may be.
 */
export interface StoreAdapter<Options extends object = object> {
	/** The word of a deployment file. */
	readonly name: string;
	readonly options: Options;
	/** The word's plain half. @default - the one that the package ships */
	readonly store?: ArtifactStore<Options>;
	/** Opens the place once for a whole deployment: what its parts share, such as a bucket, is created here. */
	open(name: string, publication: Publication, opts: pulumi.CustomResourceOptions): OpenStore;
}

/** What all parts of a deployment have in common. */
export interface Publication {
	/** Name of the deployment: of the folder that its files are in, wherever that is. */
	readonly deployment: string;
	/** Names the publisher, so that two of them cannot share a place. */
	readonly owner: string;
	/** Apps that revisions are made for. */
	readonly app: RevisionApp;
	/** Rings of every part, as the deployment names them. @default - it names none */
	readonly rings?: readonly string[];
	/** Key that manifests of revisions are signed with, in PEM; a secret. @default - they are not signed */
	readonly signingKey?: pulumi.Output<string>;
	/** What the store's plain half planned. @default - it plans nothing */
	readonly plan?: StorePlan;
	/** What a program passed, by the place in the deployment that tokens of the plan name. */
	readonly passed: (place: string) => LateInput | undefined;
	/** What stands in this store already. @default - nobody has looked */
	readonly published?: PublishedDeployment;
}

/** A place that is ready for the parts of one deployment. */
export interface OpenStore {
	/** Folder, bucket or container of the deployment's files. */
	readonly location: pulumi.Output<string>;
	/** Places a part under resources whose logical names begin with the one given. */
	publish(name: string, part: BundlePart, opts: pulumi.CustomResourceOptions): PublishedPart;
	/** Places what tells of every part, once they all are where they belong; `nameOf` gives logical names by role. */
	complete(nameOf: (role: string) => string, whole: WholePublication, opts: pulumi.CustomResourceOptions): void;
}

/** A part that is on its way. */
export interface PublishedPart {
	/** What the store has of the newest revision; there once the files are. */
	readonly files: pulumi.Output<readonly ListedFile[]>;
	/** By ring. @default - the store keeps none */
	readonly rings?: Readonly<Record<string, PublishedRing>>;
}

/** What a ring's devices are to have. */
export interface PublishedRing {
	/** Digest of the revision. */
	readonly revision: pulumi.Output<string>;
	/** Address of the revision's folder. */
	readonly location: pulumi.Output<string>;
	/** @default - the ring is held at a revision that nobody has looked up */
	readonly files?: pulumi.Output<readonly RingFile[]>;
}

export interface RingFile extends RevisionFile {
	/** Address of the file. */
	readonly location: string;
}

/** Everything that one store publishes of a deployment. */
export interface WholePublication {
	/** In the order of publication: what serves every group, and then each group. */
	readonly parts: readonly (readonly [BundlePart, PublishedPart])[];
	/** The manifest of the bundle, for a store that keeps the tree that the command writes. */
	readonly manifest: BundlePart;
}

/** Files of one part in one store. */
export interface PublishedLocation {
	/** The registry's word for the store. */
	readonly store: string;
	/** Folder, bucket or container that holds the deployment's files. */
	readonly location: pulumi.Output<string>;
	/** With digests and media types. */
	readonly files: pulumi.Output<readonly ListedFile[]>;
}
