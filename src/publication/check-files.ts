import type { ObjectReader, OpenedStore } from "../object-store/object-reader.js";
import { error, type Problem } from "../problem.js";
import { faultAt } from "./fault-at.js";
import { fileKey, manifestKey, type PublishedScope, revisionFolder } from "./layout.js";
import type { RevisionFile, RevisionManifest } from "./revision.js";

/**
 * Whether every file that a manifest lists stands there with as many bytes; what its bytes are, whoever fetches it tells
 * by its digest.
 *
 * @returns problems whose path is one step: the manifest's key
 */
export async function checkFiles(
	{ general, sensitive = general }: Pick<OpenedStore, "general" | "sensitive">,
	{ files, ...scope }: RevisionManifest,
	revision: string,
): Promise<readonly Problem[]> {
	const at = manifestKey(scope, revision);
	const isIn = (place: ObjectReader) => (file: RevisionFile) => (file.sensitive ? sensitive : general) === place;
	const places = [...new Set([general, sensitive])];
	const found = await Promise.all(
		places.map(async (place): Promise<Problem[]> => {
			const wanted = files.filter(isIn(place));
			if (wanted.length === 0) return [];
			try {
				return missing(at, await lacking(place, scope, { revision, wanted }));
			} catch (fault) {
				const problem = faultAt(at, fault);
				const message = `has files in ${place.title} that nobody could look at: ${problem.message}`;
				return [{ ...problem, message }];
			}
		}),
	);
	return found.flat();
}

/** Paths of the files that do not stand there, or not with as many bytes. */
async function lacking(
	place: ObjectReader,
	scope: PublishedScope,
	{ revision, wanted }: { readonly revision: string; readonly wanted: readonly RevisionFile[] },
): Promise<readonly string[]> {
	const awaited = new Map(wanted.map((file) => [fileKey(scope, revision, file.path), file]));
	for await (const { key, bytes } of place.list(`${revisionFolder(scope, revision)}/`)) {
		if (awaited.get(key)?.bytes === bytes) awaited.delete(key);
		if (awaited.size === 0) break;
	}
	return [...awaited.values()].map(({ path }) => path);
}

function missing(at: string, paths: readonly string[]): Problem[] {
	const [first] = paths;
	if (first === undefined) return [];
	const others = paths.length > 1 ? ` and ${paths.length - 1} more of its files are` : " is";
	return [error("files-missing", [at], `is not whole: ${first}${others} not there, or not with as many bytes`)];
}
