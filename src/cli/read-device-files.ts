import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { RefusedFile } from "../deployment/repository-files.js";
import { below, error, type Problem } from "../problem.js";
import { type ReadSettings, readDeviceFile } from "../reading/read-device-file.js";
import { withFiles } from "./file-fault.js";

/** Larger than anything that is read; a file beyond is not taken into memory. */
const largestFile = 64 * 1024 * 1024;

/** The settings of files, with what is wrong with each at its name. */
export async function readDeviceFiles(
	files: readonly string[],
): Promise<{ readonly read: readonly ReadSettings[]; readonly problems: readonly Problem[] }> {
	const read: ReadSettings[] = [];
	const problems: Problem[] = [];
	for (const file of files) {
		const at = [path.basename(file)];
		const bytes = withFiles(`read ${file}`, () => {
			const status = statSync(file);
			// A device or a pipe says nothing of its size, and may have no end.
			if (!status.isFile() && !status.isDirectory()) throw new RefusedFile("it is no regular file");
			return status.size > largestFile ? undefined : new Uint8Array(readFileSync(file));
		});
		if (!bytes) {
			problems.push(error("out-of-bounds", at, `is larger than ${largestFile} bytes, which no such file is`));
			continue;
		}
		const found = await readDeviceFile({ name: file, bytes });
		read.push(...(found.value ?? []));
		for (const problem of found.problems) problems.push(below(at, problem));
	}
	return { read, problems };
}
