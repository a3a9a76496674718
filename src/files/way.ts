import { lstatSync } from "node:fs";
import path from "node:path";

/** A step of a path that is no folder. */
export interface Obstacle {
	readonly place: string;
	readonly kind: "link" | "file";
}

/** Whether the folder that a file is in is there, is missing, or cannot be, as something else stands there or above. */
export type Way = "there" | "missing" | Obstacle;

/**
 * Finds the way to files below a folder. Through a link they would land, and be removed, somewhere else, so that the
 * first step that is no folder is in the way. Each step is looked at once, and none below a folder that is missing.
 */
export function wayFinder(folder: string): (file: string) => Way {
	const seen = new Map<string, Way>();
	const find = (below: string): Way => {
		const known = seen.get(below);
		if (known !== undefined) return known;
		const above = below === "" ? "there" : find(parentOf(below));
		const found = above === "there" ? look(path.join(folder, below)) : above;
		seen.set(below, found);
		return found;
	};
	return (file) => find(parentOf(file));
}

function look(place: string): Way {
	const status = lstatSync(place, { throwIfNoEntry: false });
	if (status === undefined) return "missing";
	return status.isDirectory() ? "there" : { place, kind: status.isSymbolicLink() ? "link" : "file" };
}

function parentOf(below: string): string {
	return below.slice(0, Math.max(below.lastIndexOf("/"), 0));
}
