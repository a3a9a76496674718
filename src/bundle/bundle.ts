import { hash } from "node:crypto";

/** A file of a bundle, in memory. */
export interface BundleFile {
	/** Relative to the deployment's folder, with `/`. */
	readonly path: string;
	readonly mediaType: string;
	readonly content: Uint8Array;
	/** The group it is for; absent for what serves the whole deployment. */
	readonly group?: string;
	/** Whether it carries a resolved secret: such a file gets mode 0600. */
	readonly sensitive: boolean;
	/** Whether it takes settings away instead of giving any. @default false */
	readonly removes?: boolean;
}

/** A file that was not written, and why. */
export interface Omission {
	readonly path: string;
	readonly because: string;
}

/** What one part of a deployment comes to, with paths relative to the deployment's folder. */
export interface RenderedPart {
	readonly files: readonly BundleFile[];
	readonly omitted: readonly Omission[];
}

/** Everything that a deployment, or what several share, comes to; the manifest is the last file. */
export interface Bundle {
	/** Its name, which is that of its folder. */
	readonly deployment: string;
	readonly files: readonly BundleFile[];
	/** SHA-256 of each file that the manifest lists, by path. */
	readonly digests: Readonly<Record<string, string>>;
	readonly omitted: readonly Omission[];
}

const encoder = new TextEncoder();

export function textFile(path: string, mediaType: string, text: string, group?: string): BundleFile {
	return {
		path,
		mediaType,
		content: encoder.encode(text),
		sensitive: false,
		...(group !== undefined && { group }),
	};
}

/**
 * The bytes of a long text, of which no second copy is in memory while it is made.
 *
 * @param pieces asked twice, and gives the same both times
 */
export function encodePieces(pieces: () => Iterable<string>): Uint8Array {
	let size = 0;
	for (const piece of pieces()) size += Buffer.byteLength(piece);
	const content = new Uint8Array(size);
	let end = 0;
	for (const piece of pieces()) end += encoder.encodeInto(piece, content.subarray(end)).written;
	return content;
}

export function sha256(content: Uint8Array | string): string {
	return hash("sha256", content);
}
