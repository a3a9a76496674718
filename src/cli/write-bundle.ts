import path from "node:path";
import { type Bundle, sha256 } from "../bundle/bundle.js";
import { findBundleConflicts, formatConflict } from "../files/conflict.js";
import { readOwner } from "../files/owner.js";
import { type Replaced, replaceBundle } from "../files/replace-bundle.js";
import type { WantedFile } from "../files/wanted-file.js";
import { CommandExit } from "./exit.js";

/**
 * Writes a bundle to `<directory>/<deployment>`. What is not of an earlier bundle stays there, and ends the command where
 * it is in the way.
 */
export function writeBundle(bundle: Bundle, directory: string): Replaced {
	const folder = path.join(directory, bundle.deployment);
	const others = othersFolder(folder);
	if (others.length > 0) throw new CommandExit(2, ...others);
	const { value, problems } = replaceBundle(folder, filesOf(bundle));
	if (value === undefined) throw new CommandExit(2, ...problems.map(formatConflict));
	return value;
}

/** A line for each thing that would keep a bundle from being written; nothing is touched. */
export function checkFolder(bundle: Bundle, directory: string): readonly string[] {
	const folder = path.join(directory, bundle.deployment);
	return [...othersFolder(folder), ...findBundleConflicts(folder, filesOf(bundle)).map(formatConflict)];
}

function othersFolder(folder: string): readonly string[] {
	const owner = readOwner(folder);
	return owner === undefined ? [] : [`${folder} is published by the Pulumi stack of ${owner}; choose another --out`];
}

function filesOf(bundle: Bundle): WantedFile[] {
	return bundle.files.map((file) => ({ ...file, sha256: bundle.digests[file.path] ?? sha256(file.content) }));
}
