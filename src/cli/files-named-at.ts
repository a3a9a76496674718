import path from "node:path";
import { readSmallFile } from "../files/small-file.js";
import type { Path } from "../path.js";
import type { Locate } from "../problem.js";
import type { ReadFile } from "../signing/read-signer.js";

/** Reads the small files that a block of a deployment names: they are relative to the file that has the block. */
export function filesNamedAt(at: Path, { file, locate }: { readonly file: string; readonly locate: Locate }): ReadFile {
	const folder = path.dirname(locate(at)?.file ?? file);
	return (name) => readSmallFile(path.resolve(folder, name));
}
