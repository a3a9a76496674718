import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ListedFile } from "../../bundle/manifest.js";
import { foldersAbove } from "../../files/inside.js";
import { makeOwnFolder } from "../../files/make-folder.js";
import { removeFiles } from "../../files/remove.js";
import { modeOf } from "../../files/wanted-file.js";

/** Writes a file so that a reader sees the old one or the new one, never a part. */
export async function placeFile(folder: string, file: ListedFile, content: Uint8Array): Promise<void> {
	const place = path.join(folder, file.path);
	for (const below of ["", ...foldersAbove(file.path).reverse()]) makeOwnFolder(path.join(folder, below), "publish");
	const fresh = beside(place);
	await rm(fresh, { force: true });
	try {
		await writeFile(fresh, content, { flag: "wx", mode: modeOf(file) });
		await rename(fresh, place);
	} finally {
		await rm(fresh, { force: true });
	}
}

/** Removes published files, what a killed run left beside them, and the folders that they leave empty. */
export function withdrawFiles(folder: string, paths: readonly string[]): void {
	removeFiles(
		folder,
		paths.flatMap((each) => [each, beside(each)]),
	);
}

/** Where a file is written before it takes its place. The same for every run, so that the next finds what a crash left. */
function beside(place: string): string {
	return `${place}.partial`;
}
