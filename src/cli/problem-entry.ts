import { formatPath } from "../path.js";
import type { Problem } from "../problem.js";

/** A problem in a JSON document, its place flat beside it. */
export interface ProblemEntry {
	readonly severity: "error" | "warning";
	readonly code: string;
	readonly path: string;
	readonly message: string;
	readonly file?: string;
	/** Counts from 1. */
	readonly line?: number;
	/** Counts from 1. */
	readonly column?: number;
}

export function problemEntry({ severity, code, path, message, location }: Problem): ProblemEntry {
	return { severity, code, path: formatPath(path), message, ...location };
}
