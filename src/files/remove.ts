import { lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { hasCode, isMissing } from "./fault.js";
import { foldersAbove } from "./inside.js";
import { wayFinder } from "./way.js";

/**
 * Removes files and the folders that they leave empty, up to the given folder, which stays. What stands below a link,
 * and a folder in a file's place, is somebody else's and stays too.
 */
export function removeFiles(folder: string, files: readonly string[]): void {
	const wayTo = wayFinder(folder);
	const reached = files.filter((file) => typeof wayTo(file) === "string");
	for (const file of reached) removeFile(path.join(folder, file));
	// Deepest first, so that a folder is empty by its turn.
	const folders = [...new Set(reached.flatMap(foldersAbove))].sort((a, b) => b.length - a.length);
	for (const each of folders) removeEmptyFolder(path.join(folder, each));
}

/** Removes a folder with all that is in it. One that is empty, as most are, goes by the one call that this takes. */
export function removeWholeFolder(folder: string): void {
	try {
		rmdirSync(folder);
	} catch (fault) {
		if (!isMissing(fault)) rmSync(folder, { recursive: true, force: true });
	}
}

/** Removes a folder where nothing is in it; a link to a folder is somebody else's. */
export function removeEmptyFolder(folder: string): void {
	try {
		if (lstatSync(folder).isDirectory() && readdirSync(folder).length === 0) rmdirSync(folder);
	} catch (fault) {
		// Another run may have put something there by now, or removed the folder.
		if (!isMissing(fault) && !hasCode(fault, "ENOTEMPTY", "EEXIST")) throw fault;
	}
}

function removeFile(place: string): void {
	const status = lstatSync(place, { throwIfNoEntry: false });
	if (status !== undefined && !status.isDirectory()) rmSync(place, { force: true });
}
