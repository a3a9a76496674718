import { renameSync } from "node:fs";
import path from "node:path";
import { manifestPath } from "../bundle/manifest.js";
import { foldersAbove } from "./inside.js";
import { makeOwnFolder } from "./make-folder.js";
import { isOursOrAbsent, readListed, readOwned } from "./owned.js";
import { removeFiles } from "./remove.js";
import type { Run, Staged } from "./run.js";

/**
 * Puts staged files in their places, each by a rename: a reader sees the old file or the new one, never a part. What is
 * about to be done is noted first, so that a run that is killed here is completed by the next.
 *
 * @param part names the note, of which there is one for each part of a bundle
 * @param removing paths that were published before and are not wanted any more; they stay until the manifest is there
 */
export function placeFiles(run: Run, part: string, staged: readonly Staged[], removing: readonly string[] = []): void {
	if (staged.length + removing.length === 0) return;
	run.journals.note(part, { placing: staged.map(({ file: { path, sha256 } }) => ({ path, sha256 })), removing });
	moveStaged(run, staged);
}

/** Moves staged files to their places, in folders that are made where there are none. */
export function moveStaged(run: Run, staged: readonly Staged[]): void {
	makeFolders(run.folder, new Set(staged.flatMap(({ file }) => foldersAbove(file.path))));
	for (const { file, at } of staged) {
		renameSync(at, path.join(run.folder, file.path));
		run.beat();
	}
}

/**
 * Puts the manifest in place, where it is new, and removes what was listed before and is not any more. Until then a
 * reader that checks digests finds the old bundle or none that is whole; from then on the new one.
 *
 * @param listed every path of the bundle
 */
export function completeBundle(run: Run, manifest: Staged | undefined, listed: readonly string[]): readonly string[] {
	const { folder, journals } = run;
	const kept = new Set([...listed, manifestPath]);
	const earlier = (readListed(folder) ?? []).filter((file) => !kept.has(file));
	if (earlier.length > 0) journals.note("manifest", { placing: [], removing: earlier });
	if (manifest) renameSync(manifest.at, path.join(folder, manifestPath));
	removeUnlisted(run, kept);
	return earlier;
}

/** Removes what runs have noted, and forgets it; what they may have put in place goes only where it is theirs. */
function removeUnlisted({ folder, journals }: Run, kept: ReadonlySet<string>): void {
	const { placing, removing } = journals.all();
	const leftover = placing.map((file) => file.path).filter((file) => !kept.has(file));
	// Most runs leave nothing, and whose it is takes reading the whole manifest.
	const owned = leftover.length > 0 ? readOwned(folder) : undefined;
	const placed = owned ? leftover.filter((file) => isOursOrAbsent(owned, folder, file)) : [];
	removeFiles(folder, [...new Set([...removing.filter((file) => !kept.has(file)), ...placed])]);
	journals.drop();
}

/** Makes folders one by one, outermost first. */
function makeFolders(folder: string, below: ReadonlySet<string>): void {
	for (const each of [...below].sort((a, b) => a.length - b.length)) makeOwnFolder(path.join(folder, each), "run");
}
