import { lstatSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { hasCode, refuse } from "./fault.js";
import { folderMode } from "./wanted-file.js";

/**
 * Makes a folder and those above it. Node's own way says of a read-only disk that there is no such file, and gives
 * every folder the same mode.
 *
 * @returns whether it was not there
 */
export function makeFolder(place: string, mode = folderMode): boolean {
	try {
		return makeOne(place, mode);
	} catch (fault) {
		const above = path.dirname(place);
		if (!hasCode(fault, "ENOENT") || above === place) throw fault;
		makeFolder(above);
		// One that takes no folders, as in `/proc`, says again that there is no such file.
		return makeOne(place, mode);
	}
}

function makeOne(place: string, mode: number): boolean {
	try {
		mkdirSync(place, { mode });
		return true;
	} catch (fault) {
		if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) throw fault;
		return false;
	}
}

/** {@link makeFolder} for a folder of ours, in whose place a link may have come: files would land outside of it. */
export function makeOwnFolder(place: string, doing: "publish" | "run"): void {
	if (makeFolder(place) || lstatSync(place).isDirectory()) return;
	throw refuse("ELOOP", "mkdir", `${place} is a link; remove it and ${doing} again`);
}
