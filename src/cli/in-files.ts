import path from "node:path";
import type { Problem } from "../problem.js";

/** Problems whose paths begin with the name of one of these files, as problems in that file. */
export function inFiles(problems: readonly Problem[], files: readonly string[]): Problem[] {
	// A name with no dot in it could as well be a member of the deployment that was read from the files.
	const names = new Set(files.flatMap((file) => [file, path.basename(file)]).filter((name) => /[^\w]/.test(name)));
	return problems.map((problem) => {
		const [file, ...rest] = problem.path;
		return typeof file === "string" && names.has(file) ? { ...problem, path: rest, file } : problem;
	});
}
