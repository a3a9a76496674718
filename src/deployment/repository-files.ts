import { closeSync, constants, existsSync, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import path from "node:path";
import { contains } from "../files/contains.js";
import { largestFile } from "./largest-file.js";

/** A file that is not read although it is there; the message says why. */
export class RefusedFile extends Error {}

/** A file that no deployment is; of one that is extended it would say that it does not parse, line by line. */
export class OversizedFile extends RefusedFile {
	constructor(bytes: number) {
		super(`it has ${bytes} bytes or more; expected at most ${largestFile}`);
	}
}

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
	const root = repositoryOf(realpathSync(path.dirname(first)));
	return (file: string): string => {
		if (file !== first && !allowOutside && !contains(root, realpathSync(file))) {
			const remedy = "copy it in, or allow it with --allow-outside (in Pulumi <project>:allowOutside: true)";
			throw new RefusedFile(`it is outside of ${root}, where this deployment's files belong; ${remedy}`);
		}
		return readRegular(file);
	};
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

const pieceSize = 64 * 1024;

function readRegular(file: string): string {
	// Opening a pipe would wait for whoever writes to it.
	const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const status = fstatSync(opened);
		if (!status.isFile() && !status.isDirectory()) throw new RefusedFile("it is no regular file");
		if (status.size > largestFile) throw new OversizedFile(status.size);
		const pieces: Buffer[] = [];
		// Of some files the system does not tell the size beforehand.
		for (let total = 0; ; ) {
			const piece = Buffer.allocUnsafe(pieceSize);
			const read = readSync(opened, piece);
			if (read === 0) return Buffer.concat(pieces).toString("utf8");
			total += read;
			if (total > largestFile) throw new OversizedFile(total);
			pieces.push(piece.subarray(0, read));
		}
	} finally {
		closeSync(opened);
	}
}
