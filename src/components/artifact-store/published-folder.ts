import { lstatSync } from "node:fs";
import path from "node:path";
import { isProject, knownRoot, searchRoot } from "./project-root.js";

/** A folder as state names it: relative to the project's root with `/`, unless it was given as an absolute one. */
export interface StatedFolder {
	readonly folder: string;
	readonly owner: string;
	/** Where the program lies outside of its project, which is then not searched for from there. */
	readonly outside?: true;
}

/**
 * Where a folder is on this machine.
 *
 * @throws Error where the project cannot be found, which is refused rather than guessed
 */
export function placeOf(stated: StatedFolder): string {
	const place = findPlace(stated);
	if (place !== undefined) return place;
	const [project] = stated.owner.split("/");
	throw new Error(
		`${stated.folder} of project ${project} cannot be found from ${process.cwd()}, where its program lies; run the same command with --run-program`,
	);
}

/** Where a folder is on this machine; undefined where the project cannot be found. */
export function findPlace({ folder, owner, outside }: StatedFolder): string | undefined {
	if (path.isAbsolute(folder)) return folder;
	const root = knownRoot(owner) ?? (outside ? undefined : searchRoot(owner));
	return root === undefined ? undefined : path.join(root, folder);
}

/** What state says of a folder; undefined in state that lacks it. */
export function statedFolder({ folder, owner, outside }: Partial<StatedFolder>): StatedFolder | undefined {
	return folder === undefined || owner === undefined ? undefined : { folder, owner, ...(outside && { outside }) };
}

/** The folder alone, of what says more. */
export function folderState({ folder, owner, outside }: StatedFolder): StatedFolder {
	return { folder, owner, ...(outside && { outside }) };
}

/** Whether two of them are the same in state. */
export function isSameStated(one: Partial<StatedFolder>, other: Partial<StatedFolder>): boolean {
	return one.folder === other.folder && one.owner === other.owner && one.outside === other.outside;
}

/**
 * Whether state and program mean one folder. State of the first builds names it with the root of the checkout that
 * published last, which may be another one: its folder is that checkout's, and stays.
 */
export function isSamePlace(stated: StatedFolder, wanted: StatedFolder): boolean {
	if (placeOf(stated) === placeOf(wanted)) return true;
	const end = `${path.sep}${path.join(wanted.folder)}`;
	if (!path.isAbsolute(stated.folder) || path.isAbsolute(wanted.folder) || !stated.folder.endsWith(end)) return false;
	const checkout = stated.folder.slice(0, -end.length);
	const [project = ""] = wanted.owner.split("/");
	return lstatSync(checkout, { throwIfNoEntry: false }) === undefined || isProject(checkout, project);
}
