import { formatPath, type Path } from "./path.js";
import { printable } from "./printable.js";

/** Where a value stands in a file; line and column count from 1. */
export interface Location {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** One thing that is wrong, as data. The message never carries the value of a secret. */
export interface Problem {
	readonly severity: "error" | "warning";
	/** Says which rule speaks, in lower-case words with hyphens; it stays when the message gets better. */
	readonly code: string;
	readonly path: Path;
	/** What is wrong; what is allowed or what to do. Lower case, no final full stop. */
	readonly message: string;
	/** Absent where the deployment did not come from a file. */
	readonly location?: Location;
}

/** Finds the place in a file of the value at a path, or of the nearest value around it. */
export type Locate = (path: Path) => Location | undefined;

export function error(code: string, path: Path, message: string): Problem {
	return { severity: "error", code, path, message };
}

export function warning(code: string, path: Path, message: string): Problem {
	return { severity: "warning", code, path, message };
}

/** The same problem of a value that stands at a path. */
export function below(at: Path, problem: Problem): Problem {
	return { ...problem, path: [...at, ...problem.path] };
}

/** The same problem of a value that stands at a path, seen from there; nothing where it is of something else. */
export function within(at: Path, problem: Problem): Problem[] {
	if (at.some((step, index) => problem.path[index] !== step)) return [];
	return [{ ...problem, path: problem.path.slice(at.length) }];
}

export function isError(problem: Problem): boolean {
	return problem.severity === "error";
}

/** `path (file:line:column): message` on one line, with `warning: ` before the path of a warning. */
export function formatProblem(problem: Problem): string {
	const at = problem.location;
	const place = at ? ` (${at.file}:${at.line}:${at.column})` : "";
	return printable(`${isError(problem) ? "" : "warning: "}${formatPath(problem.path)}${place}: ${problem.message}`);
}

/** The same problems, errors before warnings. */
function errorsFirst(problems: readonly Problem[]): Problem[] {
	return [...problems.filter(isError), ...problems.filter((each) => !isError(each))];
}

/** Nobody reads more of them one by one. */
const mostShown = 1000;
const firstShown = 100;

/** A line for each problem; of a great many the first, errors before warnings, and how many there are. */
export function formatProblems(problems: readonly Problem[]): string[] {
	if (problems.length <= mostShown) return problems.map(formatProblem);
	const first = errorsFirst(problems).slice(0, firstShown);
	const rest = problems.length - first.length;
	return [...first.map(formatProblem), `and ${rest} more problems, of ${problems.length}; mend these first`];
}

/** Adds to each problem the place in the file, where `locate` knows one. */
export function located(problems: readonly Problem[], locate: Locate | undefined): Problem[] {
	return problems.map((problem) => {
		const location = problem.location ?? locate?.(problem.path);
		return location ? { ...problem, location } : problem;
	});
}

/** Each problem once, as it reads, whoever found it again. */
export function distinctProblems(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map((each) => [formatProblem(each), each])).values()];
}

/** An invalid deployment: every problem of one run, errors before warnings. */
export class DeploymentError extends Error {
	override readonly name = "DeploymentError";
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const ordered = errorsFirst(problems);
		super(formatProblems(ordered).join("\n"));
		this.problems = ordered;
	}
}
