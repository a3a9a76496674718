import { readdirSync } from "node:fs";
import path from "node:path";
import { isMissing } from "./fault.js";
import { foldersAbove, ownerMarker, runFolder } from "./inside.js";

/**
 * What stands in a folder and is none of these files: a file by its path, a folder that holds none of them by its path
 * and a `/`, so that a repository in it is one entry. Sorted.
 */
export function findForeign(folder: string, files: readonly string[]): string[] {
	const ours = new Set([...files, ownerMarker]);
	const folders = new Set(files.flatMap(foldersAbove));
	const look = (below: string): string[] =>
		entriesOf(path.join(folder, below)).flatMap((entry) => {
			const name = below === "" ? entry.name : `${below}/${entry.name}`;
			if (ours.has(name) || name === runFolder) return [];
			if (!entry.isDirectory()) return [name];
			return folders.has(name) ? look(name) : [`${name}/`];
		});
	return look("").sort();
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (fault) {
		if (isMissing(fault)) return [];
		throw fault;
	}
}
