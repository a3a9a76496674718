import { manifestPath } from "../bundle/manifest.js";
import { made, type Outcome, refused } from "../outcome.js";
import type { Problem } from "../problem.js";
import { findConflicts } from "./conflict.js";
import { findForeign } from "./foreign.js";
import { runFolder } from "./inside.js";
import { completeBundle, placeFiles } from "./place.js";
import { inRun } from "./run.js";
import { filesToWrite, inspectFile } from "./standing.js";
import type { FileState, WantedFile } from "./wanted-file.js";
import { wayFinder } from "./way.js";

/** What became of a bundle's folder. */
export interface Replaced {
	/** Whether anything was written or removed. */
	readonly changed: boolean;
	/** What the bundle before had, this one has not, and is gone; as its manifest listed it. */
	readonly removed: readonly string[];
	/** What stands in the folder, is not of the bundle and stays. */
	readonly foreign: readonly string[];
}

/** What a bundle finds where it is to be. */
export interface Site {
	/** Whether it is there already, whole, with nothing left to do. */
	readonly stands: boolean;
	/** What keeps it from being written; then nothing is to be touched. */
	readonly conflicts: readonly Problem[];
}

/** Looks at the folder of a bundle, its manifest among the files; nothing is touched. */
export function inspectSite(folder: string, files: readonly FileState[]): Site {
	if (stands(folder, files)) return { stands: true, conflicts: [] };
	return { stands: false, conflicts: findConflicts(folder, files) };
}

/**
 * Makes a folder hold a whole bundle, its manifest among the files. Only what the folder's last manifest lists is
 * replaced or removed; a run that changes nothing touches nothing.
 *
 * @param site what is there, where somebody has looked just before
 * @returns refused by what stands in the way; then nothing was touched
 */
export function replaceBundle(
	folder: string,
	files: readonly WantedFile[],
	site: Site = inspectSite(folder, files),
): Outcome<Replaced> {
	if (site.conflicts.length > 0) return refused(...site.conflicts);
	const listed = files.map((file) => file.path);
	if (site.stands) return made({ changed: false, removed: [], foreign: findForeign(folder, listed) });
	return inRun(folder, (run) => {
		// Another run may have written here since.
		const since = findConflicts(folder, files);
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

/**
 * Whether the folder holds the bundle, and nothing of a run that was killed. What an earlier bundle listed is not there
 * then, as the manifest does not list it, and nothing is in the way of files that are in their places.
 */
function stands(folder: string, files: readonly FileState[]): boolean {
	const wayTo = wayFinder(folder);
	if (wayTo(`${runFolder}/lock`) !== "missing") return false;
	return files.every((file) => wayTo(file.path) === "there" && inspectFile(folder, file) === "intact");
}
