import { groupBy } from "./group-by.js";
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
	/** File that the path is in, where that is no deployment; absent for a deployment's own. */
	readonly file?: string;
	/** The message in parts, where the same is often to be said of many hosts: people get those that are alike as one. */
	readonly alike?: {
		/** What stands before the host, with a space; empty where nothing does. */
		readonly before: string;
		readonly host: string;
		/** What is said, in the same words of every host. */
		readonly says: string;
		/** What to do, which stands behind. */
		readonly cure: string;
	};
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

/** The same problem with words before its message. */
export function withWordsBefore(words: string, problem: Problem): Problem {
	const { message, alike } = problem;
	const before = alike && { alike: { ...alike, before: `${words}${alike.before}` } };
	return { ...problem, message: `${words}${message}`, ...before };
}

/** The same problem of a value that stands at a path, seen from there; nothing where it is of something else. */
export function within(at: Path, problem: Problem): Problem[] {
	if (at.some((step, index) => problem.path[index] !== step)) return [];
	return [{ ...problem, path: problem.path.slice(at.length) }];
}

export function isError(problem: Problem): boolean {
	return problem.severity === "error";
}

/**
 * `path (file:line:column): message` on one line, with `warning: ` before the path of a warning; `file: path: message` of a
 * file that is no deployment.
 */
export function formatProblem(problem: Problem): string {
	return printable(`${isError(problem) ? "" : "warning: "}${placeOf(problem)}: ${problem.message}`);
}

function placeOf({ file, path, location: at }: Problem): string {
	if (file !== undefined) return path.length === 0 ? file : `${file}: ${formatPath(path)}`;
	return `${formatPath(path)}${at ? ` (${at.file}:${at.line}:${at.column})` : ""}`;
}

/** The same problems, errors before warnings. */
function errorsFirst(problems: readonly Problem[]): Problem[] {
	return [...problems.filter(isError), ...problems.filter((each) => !isError(each))];
}

/** Nobody reads more of them one by one. */
const mostShown = 1000;
const firstShown = 100;

/** The same problems as people read them: of those that are alike the first, which names the hosts. */
export function gatherProblems(problems: readonly Problem[]): Problem[] {
	const gathered = groupBy(problems, (problem) => {
		// Of whatever else is said each stands for itself.
		if (!problem.alike) return problem;
		const { before, says, cure } = problem.alike;
		return `${problem.code} ${formatProblem({ ...problem, message: [before, says, cure].join("\n") })}`;
	});
	return [...gathered.values()].flatMap(([first, ...others]) => {
		if (!first?.alike || others.length === 0) return first ?? [];
		const { before, host, says, cure } = first.alike;
		const hosts = [host, ...others.flatMap(({ alike }) => alike?.host ?? [])];
		return { ...first, message: `${before}${sayOfEach(hosts, says)}; ${cure}` };
	});
}

/** A line that names more hosts is not read to its end. */
const mostHosts = 50;

/** `each of 2 hosts also matches the name itself (widened): *.gvt1.com, *.sentry.io`; of a great many hosts the first, and how many more. */
export function sayOfEach(hosts: readonly string[], says: string): string {
	if (hosts.length === 1) return `${hosts[0]} ${says}`;
	const more = hosts.length - mostHosts;
	const named =
		more > 0 ? [...hosts.slice(0, mostHosts), `and ${more} more (--json and egress.json name each)`] : hosts;
	return `each of ${hosts.length} hosts ${says}: ${named.join(", ")}`;
}

/** A line for each problem, or for those that are alike; of a great many the first, errors before warnings, and how many there are. */
export function formatProblems(found: readonly Problem[]): string[] {
	const problems = gatherProblems(found);
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
