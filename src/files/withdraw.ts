import { lstatSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { manifestPath } from "../bundle/manifest.js";
import { findForeign } from "./foreign.js";
import { ownerMarker } from "./inside.js";
import { isOursOrAbsent, readOwned } from "./owned.js";
import { otherOwner, type Publisher, readOwner } from "./owner.js";
import { removeEmptyFolder, removeFiles } from "./remove.js";
import { inRun } from "./run.js";
import { digestAt } from "./standing.js";
import type { FileState } from "./wanted-file.js";

/**
 * Removes files that a publisher has published, edited or not, and the folder where nothing else is in it. In a folder
 * that is not marked as its own, only files with the very bytes that it published are.
 */
export function withdrawFiles(
	folder: string,
	publisher: Publisher,
	files: readonly Omit<FileState, "sensitive">[],
): void {
	if (!isReachable(folder, publisher)) return;
	inRun(folder, () => {
		const marked = readOwner(folder) !== undefined;
		const ours = files.filter((file) => marked || digestAt(path.join(folder, file.path)) === file.sha256);
		removeFiles(
			folder,
			ours.map((file) => file.path),
		);
	});
	if (!isReachable(folder, publisher)) return;
	if (readdirSync(folder).every((name) => name === ownerMarker)) removeMarker(folder);
}

/**
 * Gives a folder up: everything goes that its manifest lists or that a run which was killed has left, then the marker.
 *
 * @returns what stays, because it is none of that
 */
export function releaseFolder(folder: string, publisher: Publisher): readonly string[] {
	if (!isReachable(folder, publisher)) return [];
	inRun(folder, ({ journals }) => {
		// Nobody has marked it: it is a folder of the command's, or nothing was published yet.
		if (readOwner(folder) === undefined) return;
		const owned = readOwned(folder);
		const candidates = new Set([manifestPath, ...owned.listed, ...owned.placed.keys()]);
		removeFiles(
			folder,
			[...candidates].filter((file) => isOursOrAbsent(owned, folder, file)),
		);
		journals.drop();
		removeMarker(folder);
	});
	return findForeign(folder, []);
}

/** Whether it is a folder and nobody else's: through a link things would be removed somewhere else. */
function isReachable(folder: string, publisher: Publisher): boolean {
	const status = lstatSync(folder, { throwIfNoEntry: false });
	return status?.isDirectory() === true && otherOwner(folder, publisher) === undefined;
}

function removeMarker(folder: string): void {
	rmSync(path.join(folder, ownerMarker), { force: true });
	removeEmptyFolder(folder);
}
