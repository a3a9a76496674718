import { existsSync, mkdtempSync, renameSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";

/**
 * A file or a folder that several files of tests need and that takes long to make: the first of a run that needs it makes
 * it for the others, which only read it.
 *
 * @param make makes it in a folder of its own, and gives its path
 */
export function shared(name: string, make: (folder: string) => string): string {
	const place = path.join(inject("sharedFolder"), name);
	if (existsSync(place)) return place;
	const made = make(mkdtempSync(path.join(inject("sharedFolder"), "making-")));
	try {
		renameSync(made, place);
	} catch (fault) {
		// Another file may have made it meanwhile: the bytes are the same, and none is ever read half.
		if (!existsSync(place)) throw fault;
	}
	return place;
}
