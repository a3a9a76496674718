import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../bundle/bundle.js";
import { isMissing } from "./fault.js";
import type { FileState } from "./wanted-file.js";
import { wayFinder } from "./way.js";

/** What stands where a file is to be. */
export type Standing = "intact" | "damaged" | "absent";

/** Compares a file with what is on disk: its bytes and, for a secret one, who may read it. */
export function inspectFile(folder: string, file: FileState): Standing {
	const place = path.join(folder, file.path);
	try {
		const status = lstatSync(place, { throwIfNoEntry: false });
		if (status === undefined) return "absent";
		if (!status.isFile()) return "damaged";
		// Windows has no such modes.
		const exposed = file.sensitive && process.platform !== "win32" && (status.mode & 0o077) !== 0;
		return !exposed && sha256(readFileSync(place)) === file.sha256 ? "intact" : "damaged";
	} catch (fault) {
		// What cannot be read is written again, and only that tells whether anything is wrong with the place.
		return isMissing(fault) ? "absent" : "damaged";
	}
}

/** Those of some files that do not stand in their places yet. */
export function filesToWrite<File extends FileState>(folder: string, files: readonly File[]): File[] {
	const wayTo = wayFinder(folder);
	return files.filter((file) => wayTo(file.path) === "missing" || inspectFile(folder, file) !== "intact");
}

/** The digest of a regular file; undefined where there is none, or none that can be read. */
export function digestAt(place: string): string | undefined {
	try {
		return lstatSync(place).isFile() ? sha256(readFileSync(place)) : undefined;
	} catch {
		return undefined;
	}
}
