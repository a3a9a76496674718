import { existsSync } from "node:fs";
import path from "node:path";
import { manifestPath } from "../bundle/manifest.js";
import { made, type Outcome, refused } from "../outcome.js";
import { findBundleConflicts } from "./conflict.js";
import { findForeign } from "./foreign.js";
import { runFolder } from "./inside.js";
import { readListed } from "./owned.js";
import { completeBundle, placeFiles } from "./place.js";
import { inRun } from "./run.js";
import { filesToWrite, inspectFile } from "./standing.js";
import type { WantedFile } from "./wanted-file.js";

/** What became of a bundle's folder. */
export interface Replaced {
	/** Whether anything was written or removed. */
	readonly changed: boolean;
	/** What the bundle before had, this one has not, and is gone; as its manifest listed it. */
	readonly removed: readonly string[];
	/** What stands in the folder, is not of the bundle and stays. */
	readonly foreign: readonly string[];
}

/**
 * Makes a folder hold a whole bundle, its manifest among the files. Only what the folder's last manifest lists is
 * replaced or removed; a run that changes nothing touches nothing.
 *
 * @returns refused by what stands in the way; then nothing was touched
 */
export function replaceBundle(folder: string, files: readonly WantedFile[]): Outcome<Replaced> {
	const conflicts = findBundleConflicts(folder, files);
	if (conflicts.length > 0) return refused(...conflicts);
	const listed = files.map((file) => file.path);
	if (stands(folder, files, listed)) return made({ changed: false, removed: [], foreign: findForeign(folder, listed) });
	return inRun(folder, (run) => {
		// Another run may have written here since.
		const since = findBundleConflicts(folder, files);
		if (since.length > 0) return refused(...since);
		const staged = filesToWrite(folder, files).map(run.stage);
		placeFiles(
			run,
			"bundle",
			staged.filter(({ file }) => file.path !== manifestPath),
		);
		const removed = completeBundle(
			run,
			staged.find(({ file }) => file.path === manifestPath),
			listed,
		);
		return made({ changed: true, removed, foreign: findForeign(folder, listed) });
	});
}

/** Whether the folder holds the bundle, nothing that an earlier one listed, and nothing of a run that was killed. */
function stands(folder: string, files: readonly WantedFile[], listed: readonly string[]): boolean {
	if (existsSync(path.join(folder, runFolder))) return false;
	const wanted = new Set(listed);
	const isStale = (readListed(folder) ?? []).some((file) => !wanted.has(file));
	return !isStale && files.every((file) => inspectFile(folder, file) === "intact");
}
