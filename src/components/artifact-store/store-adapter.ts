import type * as pulumi from "@pulumi/pulumi";
import type { ArtifactStore } from "../../artifact-store/store.js";
import type { ListedFile } from "../../bundle/manifest.js";
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
	readonly store?: ArtifactStore;
	/** Opens the place once for a whole deployment: what its parts share, such as a bucket, is created here. */
	open(name: string, publication: Publication, opts: pulumi.CustomResourceOptions): OpenStore;
}

/** What all parts of a deployment have in common. */
export interface Publication {
	/** Name of the deployment: of the folder that its files are in, wherever that is. */
	readonly deployment: string;
	/** Names the publisher, so that two of them cannot share a place. */
	readonly owner: string;
}

/** A place that is ready for the parts of one deployment. */
export interface OpenStore {
	/** Folder, bucket or container of the deployment's files. */
	readonly location: pulumi.Output<string>;
	/**
	 * Places a part under a resource of the given logical name. What it returns is there once the files are: the
	 * manifest is made of it, and so comes after everything that it lists.
	 */
	publish(name: string, part: BundlePart, opts: pulumi.CustomResourceOptions): pulumi.Output<readonly ListedFile[]>;
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
