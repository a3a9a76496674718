import path from "node:path";
import { type Bundle, sha256 } from "../bundle/bundle.js";
import { formatConflict } from "../files/conflict.js";
import { readOwner } from "../files/owner.js";
import { type Replaced, replaceBundle } from "../files/replace-bundle.js";
import { CommandExit } from "./exit.js";

/**
 * Writes a bundle to `<directory>/<deployment>`. What is not of an earlier bundle stays there, and ends the command where
 * it is in the way.
 */
export function writeBundle(bundle: Bundle, directory: string): Replaced {
	const folder = path.join(directory, bundle.deployment);
	const owner = readOwner(folder);
	if (owner !== undefined)
		throw new CommandExit(2, `${folder} is published by the Pulumi stack of ${owner}; choose another --out`);
	const files = bundle.files.map((file) => ({ ...file, sha256: bundle.digests[file.path] ?? sha256(file.content) }));
	const { value, problems } = replaceBundle(folder, files);
	if (value === undefined) throw new CommandExit(2, ...problems.map(formatConflict));
	return value;
}
