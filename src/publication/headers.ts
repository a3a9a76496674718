import type { RevisionFile } from "./revision.js";

/** What a store says of an object to whoever fetches it. */
export interface ObjectHeaders {
	/** With its charset, where it is text whose bytes do not tell. */
	readonly mediaType: string;
	readonly cacheControl: string;
	/** @default - a browser shows it, where it can */
	readonly disposition?: string;
}

/** What stands under the digest of its own manifest never changes. */
const immutable = "private, max-age=31536000, immutable";

/** Asked for anew each time: what a cache would still show is what a ring was moved away from. */
const revalidated = "no-cache";

/** A secret is in no cache on its way. */
const unkept = "no-store";

/** Media types of the bundle whose objects need another word: what a registry editor takes is UTF-16LE. */
const sentAs: Readonly<Record<string, string>> = { "text/x-ms-regedit": "text/plain; charset=utf-16le" };

export function fileHeaders({
	path,
	mediaType,
	sensitive,
}: Pick<RevisionFile, "path" | "mediaType" | "sensitive">): ObjectHeaders {
	return {
		mediaType: sentAs[mediaType] ?? (mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType),
		cacheControl: sensitive ? unkept : immutable,
		...(isTaken(path, mediaType) && { disposition: `attachment; filename="${path.slice(path.lastIndexOf("/") + 1)}"` }),
	};
}

/** Whether a file is for devices or their management, and not to be read in a browser. */
function isTaken(path: string, mediaType: string): boolean {
	return /^(?:profiles|device)\//.test(path) && mediaType !== "text/markdown";
}

export const manifestHeaders: ObjectHeaders = { mediaType: "application/json", cacheControl: immutable };

/** Another key signs the same revision anew, under the same name. */
export const signatureHeaders: ObjectHeaders = { mediaType: "application/octet-stream", cacheControl: revalidated };

export const pointerHeaders: ObjectHeaders = { mediaType: "application/json", cacheControl: revalidated };

export const pageHeaders: ObjectHeaders = { mediaType: "text/html; charset=utf-8", cacheControl: revalidated };
