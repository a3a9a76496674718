import { made, type Outcome, refused } from "../outcome.js";
import { findClaimConflicts } from "./conflict.js";
import { claimFolder, otherOwner, type Publisher } from "./owner.js";
import { moveStaged } from "./place.js";
import { removeFiles } from "./remove.js";
import { inRun } from "./run.js";
import { filesToWrite } from "./standing.js";
import type { WantedFile } from "./wanted-file.js";

/** A revision, and the pointers that are to name one. */
export interface WantedRevision {
	readonly publisher: Publisher;
	readonly files: readonly WantedFile[];
	readonly pointers: readonly WantedFile[];
	/** Paths that this publisher has published, as its own records say. */
	readonly known: readonly string[];
	/** Paths of those that go once the pointers are there. */
	readonly removing: readonly string[];
}

/**
 * Puts a revision in its place and then the pointers, each by a rename: whoever follows a pointer finds a whole revision,
 * also where a run is killed. What is under a digest stays under it, so that nothing has to be noted for the next run.
 *
 * @returns refused by what stands in the way; then nothing was touched
 */
export function publishRevision(folder: string, wanted: WantedRevision): Outcome<true> {
	const { publisher, files, pointers, known, removing } = wanted;
	return inRun(folder, (run) => {
		const all = [...files, ...pointers];
		// In somebody else's folder nothing is in the way but that.
		const conflicts = otherOwner(folder, publisher) === undefined ? findClaimConflicts(folder, all, known) : [];
		if (conflicts.length > 0) return refused(...conflicts);
		claimFolder(run, publisher);
		const stage = (some: readonly WantedFile[]) => filesToWrite(folder, some).map(run.stage);
		// All are written before any is moved: a full disk moves no pointer.
		const [revision, moved] = [stage(files), stage(pointers)];
		moveStaged(run, revision);
		moveStaged(run, moved);
		const kept = new Set(all.map((file) => file.path));
		removeFiles(
			folder,
			removing.filter((file) => !kept.has(file)),
		);
		return made(true);
	});
}
