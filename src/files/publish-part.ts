import { manifestPath } from "../bundle/manifest.js";
import { made, type Outcome, refused } from "../outcome.js";
import { findClaimConflicts } from "./conflict.js";
import { findForeign } from "./foreign.js";
import { claimFolder, otherOwner, type Publisher } from "./owner.js";
import { completeBundle, placeFiles } from "./place.js";
import { inRun, type Run } from "./run.js";
import { filesToWrite } from "./standing.js";
import type { WantedFile } from "./wanted-file.js";

/** What one part of a bundle must be, for a publisher that writes its parts one by one. */
export interface WantedPart {
	readonly publisher: Publisher;
	/** Names the note of what is about to be done. */
	readonly name: string;
	readonly files: readonly WantedFile[];
	/** Paths that this publisher has published, as its own records say. */
	readonly known: readonly string[];
}

/**
 * Puts the files of a part in their places. Those that it no longer has stay until {@link publishManifest}.
 *
 * @returns refused by what stands in the way; then nothing was touched
 */
export function publishPart(folder: string, { publisher, name, files, known }: WantedPart): Outcome<true> {
	return inClaimed(folder, { publisher, files, known }, (run, staged) => {
		const kept = new Set(files.map((file) => file.path));
		placeFiles(
			run,
			name,
			staged,
			known.filter((file) => !kept.has(file)),
		);
		return true;
	});
}

/**
 * Puts the manifest in place, once everything that it lists is there, and then removes what was listed before and is not
 * any more.
 *
 * @param listed every other path of the bundle
 * @returns what stands in the folder, is not of the bundle and stays
 */
export function publishManifest(
	folder: string,
	manifest: WantedFile,
	listed: readonly string[],
	{ publisher, known }: Pick<WantedPart, "publisher" | "known">,
): Outcome<readonly string[]> {
	return inClaimed(folder, { publisher, files: [manifest], known }, (run, [staged]) => {
		const all = [...listed, manifestPath];
		completeBundle(run, staged, all);
		return findForeign(folder, all);
	});
}

function inClaimed<Result>(
	folder: string,
	{ publisher, files, known }: Omit<WantedPart, "name">,
	work: (run: Run, staged: ReturnType<Run["stage"]>[]) => Result,
): Outcome<Result> {
	return inRun(folder, (run) => {
		// In somebody else's folder nothing is in the way but that.
		const conflicts = otherOwner(folder, publisher) === undefined ? findClaimConflicts(folder, files, known) : [];
		if (conflicts.length > 0) return refused(...conflicts);
		claimFolder(run, publisher);
		return made(work(run, filesToWrite(folder, files).map(run.stage)));
	});
}
