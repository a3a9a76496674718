import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { hasCode } from "./fault.js";
import { folderMode } from "./wanted-file.js";

/**
 * Makes a folder and those above it. Node's own way says of a read-only disk that there is no such file, and gives
 * every folder the same mode.
 */
export function makeFolder(place: string, mode = folderMode): void {
	try {
		mkdirSync(place, { mode });
	} catch (fault) {
		if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) return;
		const above = path.dirname(place);
		if (!hasCode(fault, "ENOENT") || above === place) throw fault;
		makeFolder(above);
		makeFolder(place, mode);
	}
}
