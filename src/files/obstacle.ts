import { lstatSync } from "node:fs";
import path from "node:path";
import { foldersAbove } from "./inside.js";

/** A step of a path that is no folder. */
export interface Obstacle {
	readonly place: string;
	readonly kind: "link" | "file";
}

/**
 * Finds the first step of a path that is no folder, from the given folder itself down to the last one above the file;
 * undefined where files can be put. Through a link they would land, and be removed, somewhere else. Each step is looked
 * at once.
 */
export function obstacleFinder(folder: string): (file: string) => Obstacle | undefined {
	const seen = new Map<string, Obstacle | undefined>();
	const find = (below: string): Obstacle | undefined => {
		if (seen.has(below)) return seen.get(below);
		const found = (below === "" ? undefined : find(parentOf(below))) ?? look(path.join(folder, below));
		seen.set(below, found);
		return found;
	};
	return (file) => find(parentOf(file));
}

function look(place: string): Obstacle | undefined {
	const status = lstatSync(place, { throwIfNoEntry: false });
	if (status === undefined || status.isDirectory()) return undefined;
	return { place, kind: status.isSymbolicLink() ? "link" : "file" };
}

function parentOf(below: string): string {
	return foldersAbove(below)[0] ?? "";
}
