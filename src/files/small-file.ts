import { readFileSync, statSync } from "node:fs";

const largest = 1024 * 1024;

/**
 * Reads a regular file that is small by nature, such as a key.
 *
 * @throws the system's own error, and an Error where it is another kind of file or a large one
 */
export function readSmallFile(file: string): Uint8Array {
	const status = statSync(file);
	if (!status.isFile() || status.size > largest) throw new Error("it is no regular file of a usual size");
	return readFileSync(file);
}
