import { type Bundle, sha256 } from "../bundle/bundle.js";
import { formatConflict } from "../files/conflict.js";
import { readOwner } from "../files/owner.js";
import { inspectSite, type Replaced, replaceBundle, type Site } from "../files/replace-bundle.js";
import type { WantedFile } from "../files/wanted-file.js";
import { CommandExit } from "./exit.js";

/** A bundle with the folder that it goes to, and what is there. */
export interface PlacedBundle {
	readonly folder: string;
	readonly files: readonly WantedFile[];
	/** A line where the folder is somebody else's. */
	readonly owned: readonly string[];
	readonly site: Site;
}

/** Looks at where a bundle goes; nothing is touched. */
export function placeBundle(bundle: Bundle, folder: string): PlacedBundle {
	const files = bundle.files.map((file) => ({ ...file, sha256: bundle.digests[file.path] ?? sha256(file.content) }));
	return { folder, files, owned: othersFolder(folder), site: inspectSite(folder, files) };
}

/** A line for each thing that would keep a bundle from being written. */
export function inTheWay({ owned, site }: PlacedBundle): readonly string[] {
	return [...owned, ...site.conflicts.map(formatConflict)];
}

/** Writes a bundle. What is not of an earlier one stays there, and ends the command where it is in the way. */
export function writeBundle({ folder, files, owned, site }: PlacedBundle): Replaced {
	if (owned.length > 0) throw new CommandExit(2, ...owned);
	const { value, problems } = replaceBundle(folder, files, site);
	if (value === undefined) throw new CommandExit(2, ...problems.map(formatConflict));
	return value;
}

function othersFolder(folder: string): readonly string[] {
	const owner = readOwner(folder);
	return owner === undefined ? [] : [`${folder} is published by the Pulumi stack of ${owner}; choose another --out`];
}
