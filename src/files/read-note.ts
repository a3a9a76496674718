import { lstatSync, readFileSync } from "node:fs";
import { isMissing } from "./fault.js";

/** No manifest, marker or note of a run comes near; Node makes no text of half a gigabyte. */
const largestBytes = 256 * 1024 * 1024;

/** The text of a file that runs write to say what is whose; undefined where none stands. */
export function readNote(place: string): string | undefined {
	return readOwnFile(place, largestBytes)?.toString("utf8");
}

/**
 * The bytes of a file that runs write; undefined where none stands. A folder, a link, a pipe or a device is none of
 * theirs, and reading it might lead elsewhere or never end.
 */
export function readOwnFile(place: string, limitBytes: number): Buffer | undefined {
	try {
		const status = lstatSync(place, { throwIfNoEntry: false });
		return status?.isFile() && status.size <= limitBytes ? readFileSync(place) : undefined;
	} catch (fault) {
		if (isMissing(fault)) return undefined;
		throw fault;
	}
}

/** The JSON of such a file; undefined where it is torn too. */
export function readJsonNote(place: string): unknown {
	const text = readNote(place);
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
