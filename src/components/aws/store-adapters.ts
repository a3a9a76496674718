import type * as pulumi from "@pulumi/pulumi";
import { pointerTag } from "../../artifact-store/aws/pointer-tag.js";
import type { S3StoreOptions } from "../../artifact-store/s3.js";
import { assetOf, base64Of } from "../artifact-store/object-content.js";
import { type ObjectCloud, objectStore } from "../artifact-store/object-store.js";
import type { StoreAdapter } from "../artifact-store/store-adapter.js";
import { awsSdk } from "./sdk.js";
import { s3Resources } from "./store-resources.js";

/** The block of a deployment file, with outputs where references stand. */
export interface S3StoreBlock extends S3StoreOptions<pulumi.Input<string>> {}

/** Publishes to buckets of Amazon S3. Creates them, unless the block says that they exist. */
export function s3(options: S3StoreBlock): StoreAdapter<S3StoreBlock> {
	return objectStore("s3", options, cloud);
}

/** What an object takes of its bucket. */
interface BucketOfObject {
	readonly bucket: pulumi.Input<string>;
	readonly region?: pulumi.Input<string>;
}

const cloud: ObjectCloud<BucketOfObject> = {
	placers: { resources: s3Resources, lookUps: {} },
	sdk: awsSdk,
	placeObject: (name, place, object, opts) =>
		new (awsSdk.module("s3/index.js").BucketObjectv2)(
			name,
			{
				...place,
				key: object.key,
				contentType: object.mediaType,
				cacheControl: object.cacheControl,
				...(object.disposition !== undefined && { contentDisposition: object.disposition }),
				...(object.sensitive ? { contentBase64: base64Of(object.content) } : { source: assetOf(object.content) }),
				// The store's tag of content is none of the bytes where a key encrypts them.
				sourceHash: object.sha256,
				// A bucket that keeps versions by a lock takes no object without one.
				checksumAlgorithm: "SHA256",
				...(object.kind === "pointer" && { tags: { [pointerTag.key]: pointerTag.value } }),
				// An object has ten tags at most, and a provider may have more for everything.
				overrideProvider: { defaultTags: { tags: {} } },
			},
			opts,
		),
};
