import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { contains } from "../files/contains.js";
import { readRegularFile } from "../files/regular-file.js";
import { made, type Outcome, refused } from "../outcome.js";
import { error, type Problem, warning } from "../problem.js";
import type { NamedFile } from "../reading/read-device-file.js";
import { withFiles } from "./file-fault.js";

/** Far more than any of them has. */
const most = { files: 500, bytes: 1024 * 1024 };

/** A profile's own file, or those of the folder that a tool keeps them in, itself or in `profiles` below it. */
export function profilesAt(given: string): Outcome<readonly NamedFile[]> {
	const isFolder = withFiles("read", given, () => statSync(given).isDirectory());
	if (!isFolder) return made([fileOf(given)]);
	const root = realpathSync(given);
	const below = path.join(root, "profiles");
	const folder = statSync(below, { throwIfNoEntry: false })?.isDirectory() ? below : root;
	const names = withFiles("read", given, () => readdirSync(folder))
		.filter((name) => name.endsWith(".json"))
		.sort();
	if (names.length > most.files) {
		const message = `the folder has ${names.length} profiles; expected at most ${most.files}, name one of them`;
		return refused(error("out-of-bounds", [], message));
	}
	const files: NamedFile[] = [];
	const problems: Problem[] = [];
	for (const name of names) {
		const why = whyNotRead(path.join(folder, name), root);
		if (why === undefined) files.push(fileOf(path.join(folder, name)));
		else problems.push(warning("not-readable", [name], why));
	}
	return made(files, problems);
}

/** A folder may come from elsewhere: what its links lead to outside of it is nothing that was named. */
function whyNotRead(file: string, root: string): string | undefined {
	const status = statSync(file, { throwIfNoEntry: false });
	if (!status) return "is a link to nothing; it is left out";
	if (!status.isFile()) return "is no regular file; it is left out";
	const isInside = contains(root, realpathSync(file));
	return isInside ? undefined : "is a link that leaves the folder; name the file itself if it is meant";
}

function fileOf(file: string): NamedFile {
	return {
		name: path.basename(file),
		bytes: withFiles("read", file, () => new Uint8Array(readRegularFile(file, most.bytes))),
	};
}
