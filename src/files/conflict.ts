import { lstatSync } from "node:fs";
import path from "node:path";
import { error, type Problem } from "../problem.js";
import { ownerMarker, runFolder } from "./inside.js";
import { isOurs, listedIn, readOwned } from "./owned.js";
import { digestAt } from "./standing.js";
import type { FileState } from "./wanted-file.js";
import { wayFinder } from "./way.js";

const away = "move it away, or choose another folder";

const messages = {
	"link-in-path": "is a link, which may lead anywhere; remove it, or name the folder that it leads to",
	"file-in-path": `is a file where a folder is needed; ${away}`,
	"folder-in-place": `is a folder where a file is needed; ${away}`,
	"no-marker": `stands where a marker goes, and is no file; ${away}`,
	"foreign-file": `is there already and is no file of this bundle; ${away}`,
};
type Code = keyof typeof messages;

/**
 * Everything that stands in the way of files and is not ours, each place once. Nothing is touched.
 *
 * @param known paths that are ours besides what the folder itself says, such as what state lists
 * @returns errors whose path is one step: the place on disk
 */
export function findConflicts(folder: string, files: readonly FileState[], known: readonly string[] = []): Problem[] {
	const wayTo = wayFinder(folder);
	const found = new Map<string, Code>();
	const isReached = (file: string): boolean => {
		const way = wayTo(file);
		if (typeof way === "string") return way === "there";
		// A file in the folder's own place is what the system refuses, as for every other folder.
		if (way.kind === "link" || way.place !== path.join(folder)) found.set(way.place, `${way.kind}-in-path`);
		return false;
	};
	isReached(`${runFolder}/lock`);
	const published = new Set(known);
	const listed = listedIn(folder);
	const isKnown = (file: string) => published.has(file) || (listed?.has(file) ?? false);
	const doubtful = files.filter((file) => {
		const kind = isReached(file.path) ? kindOf(folder, file) : undefined;
		return kind === "folder" || (kind === "file" && !isKnown(file.path) && !isSame(folder, file));
	});
	if (doubtful.length > 0) {
		// Read last: a run that is under way notes what it is about to place, and forgets it once a manifest lists it.
		// And only here: both tell of every part, and each part asks.
		const owned = readOwned(folder, known);
		for (const file of doubtful) {
			const kind = kindOf(folder, file);
			if (kind === "folder") found.set(path.join(folder, file.path), "folder-in-place");
			else if (kind === "file" && !isOurs(owned, folder, file.path) && !isSame(folder, file))
				found.set(path.join(folder, file.path), "foreign-file");
		}
	}
	return [...found].map(([place, code]) => error(code, [place], messages[code]));
}

/** The same for a folder that a publisher marks as its own. */
export function findClaimConflicts(folder: string, files: readonly FileState[], known: readonly string[]): Problem[] {
	const marker = path.join(folder, ownerMarker);
	const isFree = lstatSync(marker, { throwIfNoEntry: false })?.isFile() ?? true;
	const conflicts = findConflicts(folder, files, known);
	return isFree ? conflicts : [error("no-marker", [marker], messages["no-marker"]), ...conflicts];
}

function kindOf(folder: string, file: FileState): "folder" | "file" | undefined {
	const status = lstatSync(path.join(folder, file.path), { throwIfNoEntry: false });
	return status && (status.isDirectory() ? "folder" : "file");
}

/** The same bytes need not be written, whoever put them there. */
function isSame(folder: string, file: FileState): boolean {
	return digestAt(path.join(folder, file.path)) === file.sha256;
}

/** `<place> <message>`: a place on disk reads badly as a path of a deployment. */
export function formatConflict({ path, message }: Problem): string {
	return `${path.join("")} ${message}`;
}
