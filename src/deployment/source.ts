import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Path } from "../path.js";
import { error, type Location, type Problem } from "../problem.js";

/** One parsed YAML or JSON file, with the place of every value in it. */
export interface Source {
	readonly file: string;
	readonly value: unknown;
	readonly problems: readonly Problem[];
	find(path: Path): Found;
}

export interface Found {
	/** How many steps of the path the file has. */
	readonly depth: number;
	/** Whether what stands here replaces, rather than merges with, what an extended file has. */
	readonly decisive: boolean;
	readonly location: Location;
}

const largestFile = 4 * 1024 * 1024;

/** Parses YAML 1.2 or JSON. Broken, oversized and bomb-like text becomes problems, never an exception. */
export function parseSource(text: string, file: string): Source {
	if (text.length > largestFile) return unreadable(file, `is larger than ${largestFile} characters`);
	const lines = new LineCounter();
	try {
		const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
		const problems = [...document.errors, ...document.warnings].map((fault) =>
			fault.name === "YAMLParseError"
				? { ...error([], `does not parse: ${fault.message}`), location: place(file, lines, fault.pos[0]) }
				: { ...error([], fault.message), location: place(file, lines, fault.pos[0]) },
		);
		const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
		return { file, value, problems, find: (path) => find(document, file, lines, path) };
	} catch (fault) {
		// The parser recurses and resolves aliases: both end in an exception on hostile text.
		if (fault instanceof RangeError) return unreadable(file, "nests too deeply");
		if (fault instanceof ReferenceError) return unreadable(file, fault.message);
		throw fault;
	}
}

function unreadable(file: string, message: string): Source {
	const location = { file, line: 1, column: 1 };
	const problems = [{ ...error([], message), location }];
	return { file, value: undefined, problems, find: () => ({ depth: 0, decisive: true, location }) };
}

function place(file: string, lines: LineCounter, offset: number): Location {
	const { line, col } = lines.linePos(offset);
	return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function find(document: Document, file: string, lines: LineCounter, path: Path): Found {
	let node = resolveAlias(document.contents, document);
	let offset = node?.range?.[0] ?? 0;
	let depth = 0;
	for (const step of path) {
		const next = child(node, step);
		if (!next) break;
		offset = next.offset;
		node = resolveAlias(next.value, document);
		depth++;
	}
	const decisive = depth === path.length || (depth > 0 && !isMap(node));
	return { depth, decisive, location: place(file, lines, offset) };
}

/** A member is found by its name, where an editor would jump to; an item by itself. */
function child(node: Node | null, step: string | number): { value: unknown; offset: number } | undefined {
	if (isMap(node)) {
		const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
		const key = isNode(pair?.key) ? pair.key : undefined;
		return pair && { value: pair.value, offset: key?.range?.[0] ?? node.range?.[0] ?? 0 };
	}
	if (!isSeq(node)) return undefined;
	const item = node.items[Number(step)];
	return isNode(item) ? { value: item, offset: item.range?.[0] ?? 0 } : undefined;
}

function resolveAlias(value: unknown, document: Document): Node | null {
	if (isAlias(value)) return value.resolve(document) ?? null;
	return isNode(value) ? value : null;
}
