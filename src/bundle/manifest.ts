import { generator } from "../generator.js";
import { isObject, prettyPieces } from "../json.js";
import { factsEdition } from "../version.js";
import { type BundleFile, encodePieces, type Omission, sha256 } from "./bundle.js";

/** A file as the manifest lists it. */
export interface ListedFile {
	/** Relative to the deployment's folder, with `/`. */
	readonly path: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly mediaType: string;
	/** The group it is for; absent for what serves the whole deployment. */
	readonly group?: string;
	/** Whether it carries a resolved secret: such a file gets mode 0600. */
	readonly sensitive: boolean;
}

/** Where the manifest stands in the deployment's folder. */
export const manifestPath = "manifest.json";

export function listFile({ path, mediaType, content, group, sensitive }: BundleFile): ListedFile {
	const digest = { sha256: sha256(content), bytes: content.length };
	return { path, ...digest, mediaType, ...(group !== undefined && { group }), sensitive };
}

/** What a manifest says of the bundle as a whole. */
export interface ManifestMarks {
	/** Whether words stand in the place of credentials. @default false */
	readonly redacted?: boolean;
}

/** `manifest.json`: every other file with its digest, as {@link listFile} gives it; the manifest itself is not listed. */
export function manifestFile(
	inputDigest: string,
	files: readonly ListedFile[],
	omitted: readonly Omission[],
	{ redacted = false }: ManifestMarks = {},
): BundleFile {
	const document = {
		schemaVersion: 1,
		generator,
		facts: factsEdition,
		inputDigest,
		...(redacted && { redacted }),
		files,
		omitted: omitted.map(({ path, because }) => ({ path, because })),
	};
	const content = encodePieces(() => prettyPieces(document));
	return { path: manifestPath, mediaType: "application/json", content, sensitive: false };
}

/** The files that a manifest of ours lists; undefined for any other text. */
export function readManifest(text: string): readonly Pick<ListedFile, "path" | "sha256">[] | undefined {
	let read: unknown;
	try {
		read = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isObject(read) || !isOurs(read.generator) || !Array.isArray(read.files)) return undefined;
	const files = read.files.map((file: unknown) => (isObject(file) ? file : {}));
	const named = files.flatMap(({ path, sha256 }) =>
		typeof path === "string" && typeof sha256 === "string" ? [{ path, sha256 }] : [],
	);
	return named.length === files.length ? named : undefined;
}

function isOurs(written: unknown): boolean {
	const [name] = generator.split(" ");
	return typeof written === "string" && written.startsWith(`${name} `);
}
