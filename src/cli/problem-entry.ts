import { formatPath } from "../path.js";
import type { Problem } from "../problem.js";

/** A problem in a JSON document, its place flat beside it. */
export interface ProblemEntry {
	readonly severity: "error" | "warning";
	readonly code: string;
	/** Empty for the whole of a file that is no deployment. */
	readonly path: string;
	readonly message: string;
	readonly file?: string;
	/** Counts from 1. */
	readonly line?: number;
	/** Counts from 1. */
	readonly column?: number;
}

export function problemEntry({ severity, code, path, message, location, file }: Problem): ProblemEntry {
	const whole = file !== undefined && path.length === 0;
	const at = whole ? "" : formatPath(path);
	return { severity, code, path: at, message, ...(file !== undefined && { file }), ...location };
}
