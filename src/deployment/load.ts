import path from "node:path";
import { isMissing, reasonOf } from "../files/fault.js";
import { OversizedFile, RefusedFile } from "../files/regular-file.js";
import { isObject } from "../json.js";
import { type Path, valueAt } from "../path.js";
import { error, type Locate, located, type Problem } from "../problem.js";
import { largestFile } from "./largest-file.js";
import { deploymentFile, type FileKind, type Found, oversized, parseSource, type Source } from "./source.js";
import { deploymentOfStackFile } from "./stack-source.js";

/** Reads a file as text; throws where it cannot, and a `RefusedFile` where it will not. */
export type ReadText = (file: string) => string;

/** A deployment file with everything it extends merged in. */
export interface LoadedDeployment {
	readonly value: unknown;
	readonly problems: readonly Problem[];
	readonly locate: Locate;
	/** Where the deployment stands in the file: empty, or the steps to it in a stack's file. */
	readonly at: Path;
}

const deepestChain = 16;
/** A file counts as often as it is extended. */
const mostFiles = 100;

/**
 * Reads a deployment file, or a stack's file with a deployment, and what it extends: objects merge, lists and scalars
 * replace.
 * Throws only where the first file itself cannot be read.
 */
export function loadDeployment(file: string, read: ReadText): LoadedDeployment {
	const parsed = new ParsedFiles(read);
	return loadWhole(deploymentOfStackFile(parsed.source(file)), parsed);
}

/**
 * Reads a file of another kind that extends others in the same way.
 * Throws only where the first file itself cannot be read.
 */
export function loadExtending(file: string, read: ReadText, kind: FileKind): LoadedDeployment {
	const parsed = new ParsedFiles(read, kind);
	return loadWhole(parsed.source(file), parsed);
}

/** The same for a deployment that was read already, as if it stood in a file; nobody can tell where its values stand. */
export function extendDeployment(value: unknown, file: string, read: ReadText): LoadedDeployment {
	return loadWhole({ file, value, problems: [], find: (at) => findIn(value, at) }, new ParsedFiles(read));
}

function loadWhole(first: Source, parsed: ParsedFiles): LoadedDeployment {
	const sources: Source[] = [];
	const problems: Problem[] = [];
	const value = loadChain(first, [], { sources, problems, parsed });
	return { value, problems, locate: (at) => locateIn(sources, at), at: first.at ?? [] };
}

function findIn(value: unknown, at: Path): Found {
	const depth = at.findIndex((_, index) => valueAt(value, at.slice(0, index + 1)) === undefined);
	const isWhole = depth < 0;
	return { depth: isWhole ? at.length : depth, decisive: isWhole && !isObject(valueAt(value, at)) };
}

/** Each file is read and parsed once, however often it is extended. */
class ParsedFiles {
	private readonly sources = new Map<string, Source>();
	private total = 0;

	constructor(
		private readonly read: ReadText,
		readonly kind: FileKind = deploymentFile,
	) {}

	/** @throws `RefusedFile`, or what `read` throws */
	source(file: string): Source {
		const known = this.sources.get(file);
		if (known) return known;
		const source = this.parse(file);
		this.sources.set(file, source);
		return source;
	}

	private parse(file: string): Source {
		let text: string;
		try {
			text = this.read(file);
		} catch (fault) {
			if (!(fault instanceof OversizedFile)) throw fault;
			return oversized(file);
		}
		this.total += text.length;
		if (this.total > largestFile && this.total > text.length) {
			throw new RefusedFile(`with it the deployment comes to more than ${largestFile} characters; extend less`);
		}
		return parseSource(text, file, this.kind);
	}
}

interface Chain {
	/** Highest precedence first. */
	readonly sources: Source[];
	readonly problems: Problem[];
	readonly parsed: ParsedFiles;
}

function loadChain(source: Source, above: readonly string[], chain: Chain): unknown {
	chain.sources.push(source);
	for (const problem of source.problems) chain.problems.push(problem);
	if (!isObject(source.value) || !Object.hasOwn(source.value, "extends")) return source.value;
	const { extends: named, ...own } = source.value;
	const references: readonly unknown[] = Array.isArray(named) ? named : [named];
	if (references.length > mostFiles) {
		const tooMany = error("extends", ["extends"], `names ${references.length} files; expected at most ${mostFiles}`);
		chain.problems.push(...located([tooMany], (at) => source.find(at).location));
		return own;
	}
	const bases: unknown[] = [];
	// The last base named wins over the ones before it, so it is searched first when a value is located.
	for (let index = references.length - 1; index >= 0; index--) {
		const at: Path = Array.isArray(named) ? ["extends", index] : ["extends"];
		const fail = (message: string) =>
			chain.problems.push(...located([error("extends", at, message)], (place) => source.find(place).location));
		bases.unshift(loadBase(references[index], source.file, above, chain, fail));
	}
	return [...bases, own].reduce(merge, {});
}

function loadBase(
	reference: unknown,
	from: string,
	above: readonly string[],
	chain: Chain,
	fail: (message: string) => void,
): unknown {
	if (typeof reference !== "string" || reference === "") {
		fail(`is no path; expected the path of ${chain.parsed.kind.file}, or a list of paths`);
		return {};
	}
	if (/^[a-z][a-z0-9+.-]+:\/\//i.test(reference)) {
		fail("is an address; expected the path of a file, so save it beside this one and name it");
		return {};
	}
	const target = path.isAbsolute(reference) ? reference : path.join(path.dirname(from), reference);
	const names = [...above, path.resolve(from)];
	if (names.includes(path.resolve(target))) {
		fail(
			`extends itself: ${[...names.map((name) => path.basename(name)), path.basename(target)].join(" -> ")}; remove one of them`,
		);
		return {};
	}
	if (names.length >= deepestChain) {
		fail(`extends more than ${deepestChain} files in a row; shorten the chain`);
		return {};
	}
	if (chain.sources.length >= mostFiles) {
		fail(`comes to more than ${mostFiles} files; extend fewer`);
		return {};
	}
	let source: Source;
	try {
		source = chain.parsed.source(target);
	} catch (fault) {
		fail(`cannot read ${target}${whyNotRead(fault)}`);
		return {};
	}
	const problems = chain.problems.length;
	const value = loadChain(source, names, chain);
	if (isObject(value)) return value;
	if (chain.problems.length === problems) fail(`${target} holds no members; expected ${chain.parsed.kind.file}`);
	return {};
}

function whyNotRead(fault: unknown): string {
	const relative = "paths are relative to the file that extends";
	if (fault instanceof RefusedFile) return `: ${fault.message}`;
	if (!(fault instanceof Error) || !("syscall" in fault)) return `; ${relative}`;
	return `: ${reasonOf(fault)}${isMissing(fault) ? `; ${relative}` : ""}`;
}

function merge(base: unknown, over: unknown): unknown {
	if (!isObject(base) || !isObject(over)) return over;
	const merged = { ...base };
	for (const [name, value] of Object.entries(over)) {
		const before = Object.hasOwn(base, name) ? base[name] : undefined;
		Object.defineProperty(merged, name, {
			value: merge(before, value),
			enumerable: true,
			writable: true,
			configurable: true,
		});
	}
	return merged;
}

function locateIn(sources: readonly Source[], at: Path) {
	let best: Found | undefined;
	for (const source of sources) {
		const found = source.find(at);
		if (found.decisive) return found.location;
		if (!best || found.depth > best.depth) best = found;
	}
	return best?.location;
}
