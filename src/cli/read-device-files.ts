import path from "node:path";
import { OversizedFile, readRegularFile } from "../files/regular-file.js";
import { made, type Outcome, refused } from "../outcome.js";
import { below, error, type Problem } from "../problem.js";
import { type ReadSettings, readDeviceFile } from "../reading/read-device-file.js";
import { withFiles } from "./file-fault.js";

/** Larger than anything that is read; a file beyond is not taken into memory. */
const largestFile = 64 * 1024 * 1024;

/** The settings of files, with what is wrong with each at its name. */
export async function readDeviceFiles(
	files: readonly string[],
): Promise<{ readonly read: readonly ReadSettings[]; readonly problems: readonly Problem[] }> {
	const names = files.map((file) => path.basename(file));
	const read: ReadSettings[] = [];
	const problems: Problem[] = [];
	for (const file of files) {
		const bytes = withFiles("read", file, () => bytesOf(file));
		const found = bytes.value
			? await readDeviceFile({ name: file, at: path.resolve(file), bytes: bytes.value })
			: bytes;
		read.push(...(found.value ?? []));
		const name = path.basename(file);
		const isAlone = names.indexOf(name) === names.lastIndexOf(name);
		for (const problem of found.problems) problems.push(below([isAlone ? name : file], problem));
	}
	return { read, problems };
}

function bytesOf(file: string): Outcome<Uint8Array> {
	try {
		return made(new Uint8Array(readRegularFile(file, largestFile)));
	} catch (fault) {
		if (!(fault instanceof OversizedFile)) throw fault;
		return refused(error("out-of-bounds", [], `is larger than ${largestFile} bytes, which no such file is`));
	}
}
