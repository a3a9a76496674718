import type * as pulumi from "@pulumi/pulumi";
import { sha256 } from "../../bundle/bundle.js";
import type { ObjectHeaders } from "../../publication/headers.js";
import type { Bytes } from "./bundle-part.js";

/** An object on its way to a cloud. */
export interface ObjectToPlace extends ObjectHeaders {
	/**
	 * What it is in the layout: part of a revision, whose key never has another content, or a pointer or the index,
	 * which keep their key and change.
	 */
	readonly kind: "revision" | "pointer" | "index";
	/** Another key is another object: where the name stays, the resource is replaced. */
	readonly key: pulumi.Input<string>;
	/** SHA-256 of the content in hexadecimal digits; what a change is told by. */
	readonly sha256: pulumi.Output<string>;
	/** A secret where the object is sensitive; then state has to encrypt it, and else it is to keep a digest alone. */
	readonly content: pulumi.Output<Bytes>;
	readonly sensitive: boolean;
}

/** An object without a secret, of which nothing else tells the digest. */
export function openObject(
	kind: ObjectToPlace["kind"],
	key: ObjectToPlace["key"],
	content: ObjectToPlace["content"],
	headers: ObjectHeaders,
): ObjectToPlace {
	return { ...headers, kind, key, sha256: content.apply((bytes) => sha256(bytes())), content, sensitive: false };
}
