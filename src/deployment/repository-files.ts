import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { contains } from "../files/contains.js";
import { opening, RefusedFile, readRegularFile } from "../files/regular-file.js";
import { largestFile } from "./largest-file.js";

export interface RepositoryOptions {
	/** Whether deployments may extend files from anywhere. @default false */
	readonly allowOutside?: boolean;
}

/**
 * Reads the text of a deployment file and of those that it extends. They must be regular files, and those it extends
 * must stand in the same repository, or else in the same package or Pulumi project, or else in the same folder.
 *
 * @throws `RefusedFile` for what is not read, and the system's own error for what cannot be
 */
export function repositoryFiles(first: string, { allowOutside = false }: RepositoryOptions = {}) {
	let root: string | undefined;
	return (file: string): string => {
		if (file !== first && !allowOutside) {
			// Most files extend none.
			root ??= repositoryOf(realpathSync(path.dirname(first)));
			if (!contains(root, placeOf(file))) throw outside(root);
		}
		return readRegularFile(file, largestFile).toString("utf8");
	};
}

function outside(root: string): RefusedFile {
	const remedy = "copy it in, or allow it with --allow-outside (in Pulumi <project>:allowOutside: true)";
	return new RefusedFile(`it is outside of ${root}, where this deployment's files belong; ${remedy}`);
}

function placeOf(file: string): string {
	if (file.includes("\0")) throw new RefusedFile("its name holds a NUL, which no name of a file does");
	return opening(file, () => realpathSync(file));
}

/** The nearest folder upward that has one of the marks of a root. */
function repositoryOf(folder: string): string {
	return nearest(folder, [".git"]) ?? nearest(folder, ["Pulumi.yaml", "package.json"]) ?? folder;
}

function nearest(folder: string, marks: readonly string[]): string | undefined {
	if (marks.some((mark) => existsSync(path.join(folder, mark)))) return folder;
	const parent = path.dirname(folder);
	return parent === folder ? undefined : nearest(parent, marks);
}
