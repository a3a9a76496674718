import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { assetOf } from "../artifact-store/object-content.js";
import type { ObjectToPlace } from "../artifact-store/object-to-place.js";
import { runError } from "../run-error.js";
import { gcpSdk } from "./sdk.js";

/** What each object takes of its bucket. */
export interface GcsPlace {
	readonly bucket: pulumi.Input<string>;
}

/**
 * Puts one object into a bucket. The provider makes another object of one whose `source`, headers or name change: it
 * deletes what has the name, and then creates. What keeps its name goes as `content`, which is written over in its place.
 */
export function placeObject(
	name: string,
	{ bucket }: GcsPlace,
	{ key, mediaType, cacheControl, disposition, content, ...object }: ObjectToPlace,
	opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
	const { BucketObject } = gcpSdk.module("storage/index.js");
	// A digest of a secret is none, as in manifests.
	const sourceMd5hash = pulumi.unsecret(content.apply((bytes) => md5Of(bytes())));
	return new BucketObject(
		name,
		{
			bucket,
			name: key,
			contentType: mediaType,
			cacheControl,
			...(disposition !== undefined && { contentDisposition: disposition }),
			...(isSentAsText(object, mediaType)
				? { content: content.apply((bytes) => textOf(bytes(), name)) }
				: { source: object.sensitive ? pulumi.secret(assetOf(content)) : assetOf(content) }),
			// What the provider tells a change by, in the form that Google has digests in.
			sourceMd5hash,
		},
		opts,
	);
}

/**
 * A secret in text stands in state, encrypted. One in other bytes can only go as a file, of which state has a digest; the
 * provider leaves its copy in the temporary folder of this machine, for its user alone.
 * https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/assets.go
 */
function isSentAsText({ kind, sensitive }: Pick<ObjectToPlace, "kind" | "sensitive">, mediaType: string): boolean {
	return kind === "revision" ? sensitive && !mayBeBinary(mediaType) : true;
}

/** Signed profiles of macOS are binary, and so is text in UTF-16. */
function mayBeBinary(mediaType: string): boolean {
	return mediaType === "application/x-apple-aspen-config" || /charset=utf-16/i.test(mediaType);
}

function textOf(bytes: Uint8Array, name: string): string {
	if (isUtf8(bytes)) return Buffer.from(bytes).toString("utf8");
	throw runError(`${name}: is no text in UTF-8, as which Cloud Storage would get it`);
}

function md5Of(bytes: Uint8Array): string {
	return createHash("md5").update(bytes).digest("base64");
}
