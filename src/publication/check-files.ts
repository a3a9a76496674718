import { sha256 } from "../bundle/bundle.js";
import { atOnce } from "../object-store/at-once.js";
import type { ObjectReader, OpenedStore } from "../object-store/object-reader.js";
import { error, type Problem } from "../problem.js";
import { faultAt } from "./fault-at.js";
import { fileKey, manifestKey, type PublishedScope, revisionFolder } from "./layout.js";
import type { RevisionFile, RevisionManifest } from "./revision.js";

/** Bytes; no file of a deployment comes near, and nobody has to take more into memory. */
const largestFile = 32 * 1024 * 1024;

/**
 * Whether every file that a manifest lists stands there with its bytes. In a place of their own, files with a secret are
 * counted and not fetched, unless it is asked for: whoever publishes need not be able to read them.
 *
 * @returns problems whose path is one step: the manifest's key
 */
export async function checkFiles(
	{ general, sensitive = general }: Pick<OpenedStore, "general" | "sensitive">,
	{ files, ...scope }: RevisionManifest,
	{ revision, withSecrets }: { readonly revision: string; readonly withSecrets?: boolean },
): Promise<readonly Problem[]> {
	const at = manifestKey(scope, revision);
	const isIn = (place: ObjectReader) => (file: RevisionFile) => (file.sensitive ? sensitive : general) === place;
	const places = [...new Set([general, sensitive])];
	const found = await Promise.all(
		places.map(async (place): Promise<Problem[]> => {
			const wanted = files.filter(isIn(place));
			if (wanted.length === 0) return [];
			try {
				const missing = await lacking(place, scope, { revision, wanted });
				const isRead = place === general || withSecrets;
				const standing = isRead ? wanted.filter((file) => !missing.includes(file)) : [];
				const changed = await altered(place, scope, { revision, standing });
				return [
					...incomplete(at, missing, { code: "files-missing", what: "not there, or not with as many bytes" }),
					...incomplete(at, changed, { code: "files-altered", what: "altered since" }),
				];
			} catch (fault) {
				const problem = faultAt(at, fault);
				const message = `has files in ${place.title} that nobody could look at: ${problem.message}`;
				return [{ ...problem, message }];
			}
		}),
	);
	return found.flat();
}

/** Files that do not stand there, or not with as many bytes. */
async function lacking(
	place: ObjectReader,
	scope: PublishedScope,
	{ revision, wanted }: { readonly revision: string; readonly wanted: readonly RevisionFile[] },
): Promise<readonly RevisionFile[]> {
	const awaited = new Map(wanted.map((file) => [fileKey(scope, revision, file.path), file]));
	for await (const { key, bytes } of place.list(`${revisionFolder(scope, revision)}/`)) {
		if (awaited.get(key)?.bytes === bytes) awaited.delete(key);
		if (awaited.size === 0) break;
	}
	return [...awaited.values()];
}

/** Files whose bytes are others. */
async function altered(
	place: ObjectReader,
	scope: PublishedScope,
	{ revision, standing }: { readonly revision: string; readonly standing: readonly RevisionFile[] },
): Promise<readonly RevisionFile[]> {
	const found = await atOnce(standing, async (file) => {
		const object = await place.get(fileKey(scope, revision, file.path), largestFile);
		return object && sha256(object.content) === file.sha256 ? [] : [file];
	});
	return found.flat();
}

function incomplete(
	at: string,
	files: readonly RevisionFile[],
	{ code, what }: { readonly code: string; readonly what: string },
): Problem[] {
	const [first] = files;
	if (!first) return [];
	const others = files.length > 1 ? ` and ${files.length - 1} more of its files are` : " is";
	return [error(code, [at], `is not whole: ${first.path}${others} ${what}`)];
}
