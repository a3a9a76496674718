import {
	type Alias,
	Composer,
	type CST,
	isAlias,
	isMap,
	isNode,
	isSeq,
	Lexer,
	LineCounter,
	type Node,
	Parser,
	type YAMLMap,
} from "yaml";
import { made, type Outcome, refused } from "../outcome.js";
import type { Path } from "../path.js";
import type { Location, Problem } from "../problem.js";
import { largestFile } from "./largest-file.js";
import { hasRunOfIndicators, NestingMeter } from "./nesting.js";
import { deepestNesting, nestsTooDeeply } from "./plain-data.js";
import { nameOf, notParsed, survey, type TreeFault } from "./survey.js";
import { describeFault } from "./syntax-fault.js";

/** One parsed YAML or JSON file, with the place of every value in it. */
export interface Source {
	readonly file: string;
	/** Undefined where the file does not parse. */
	readonly value: unknown;
	readonly problems: readonly Problem[];
	/** Where the value stands in the file. @default - it is the whole file */
	readonly at?: Path;
	find(path: Path): Found;
}

export interface Found {
	/** How many steps of the path the file has. */
	readonly depth: number;
	/** Whether what stands here replaces, rather than merges with, what an extended file has. */
	readonly decisive: boolean;
	/** Absent where the value was not read from a file. */
	readonly location?: Location;
}

/** What a file is to hold. */
export interface FileKind {
	/** Its content, as messages call it. */
	readonly content: string;
	/** The file, as messages call it. */
	readonly file: string;
	/** Whether Pulumi's engine may read it too, which understands some scalars otherwise. */
	readonly byEngine: boolean;
}

export const deploymentFile: FileKind = { content: "a deployment", file: "a deployment file", byEngine: true };

/** A file with that many needs some two gigabytes of memory to be read with the place of each. */
const mostValues = 1_500_000;

/** Pulumi's engine ends a line with each of these, and YAML 1.2 with none. */
const oddBreak = /[\u0085\u2028\u2029]|\r(?!\n)/;
const brokenOddly =
	"has a line break here that only some readers know (U+0085, U+2028, U+2029, or CR alone); end lines with LF, and write it in double quotes as \\u2028";

const options = {
	prettyErrors: false,
	logLevel: "silent",
	// Names are text whatever they look like, as in JSON, and the survey says which are written twice.
	stringKeys: true,
	uniqueKeys: false,
	// Sets, dates and the like are no JSON.
	resolveKnownTags: false,
} as const;

/** Parses YAML 1.2 or JSON. Broken, oversized and bomb-like text becomes problems, never an exception. */
export function parseSource(text: string, file: string, kind = deploymentFile): Source {
	const lines = new LineCounter();
	const at = (offset: number) => placeIn(file, lines, offset);
	if (text.length > largestFile) return oversized(file);
	// What a decoder writes for bytes that are no UTF-8.
	const broken = text.indexOf("\uFFFD");
	const odd = text.search(oddBreak);
	const { value: tokens, problems: ofTokens } = tokensOf(text, lines);
	if (broken !== -1) return unreadable(at(broken), notParsed([], "is not UTF-8 text here; save the file as UTF-8"));
	if (odd !== -1) return unreadable(at(odd), notParsed([], brokenOddly));
	if (!tokens) return unreadable(at(lines.lineStarts.at(-1) ?? 0), ...ofTokens);
	const [document, second] = [...new Composer(options).compose(tokens, true, text.length)];
	if (!document) return unreadable(at(0), notParsed([], `is empty; expected ${kind.content}`));

	const { targets, misplaced, ambiguous, unresolved } = survey(document.contents);
	const faults = [...document.errors, ...document.warnings].map(
		(fault): TreeFault => ({ problem: notParsed([], describeFault(fault)), offset: fault.pos[0] }),
	);
	if (second) faults.push({ problem: notParsed([], "holds a second document; keep one"), offset: second.range[0] });
	const told = [...faults, ...misplaced, ...unresolved, ...(faults.length > 0 || !kind.byEngine ? [] : ambiguous)];
	const problems = told.map(({ problem, offset }) => ({ ...problem, location: at(offset) }));
	// The survey has counted what aliases come to.
	const value: unknown = faults.length + unresolved.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 });
	const tree = new Tree(document.contents, targets);
	return {
		file,
		value,
		problems,
		find(path) {
			const { depth, offset, decisive } = tree.find(path);
			return { depth, decisive, location: at(offset) };
		},
	};
}

/** What stands in for a file that is too large to be read. */
export function oversized(file: string): Source {
	const limit = `is larger than ${largestFile / 1024 / 1024} MB (${largestFile} bytes); split it and extend the parts`;
	return unreadable({ file, line: 1, column: 1 }, notParsed([], limit));
}

/** What the parser makes of the text, or why it is not given it. */
function tokensOf(text: string, lines: LineCounter): Outcome<CST.Token[]> {
	lines.addNewLine(0);
	const fail = (message: string) => refused(notParsed([], message));
	if (hasRunOfIndicators(text)) return fail(nestsTooDeeply);
	const parser = new Parser(lines.addNewLine);
	const meter = new NestingMeter();
	const tokens: CST.Token[] = [];
	for (const lexeme of new Lexer().lex(text)) {
		if (meter.take(lexeme) > deepestNesting) return fail(nestsTooDeeply);
		if (meter.values > mostValues) return fail(`holds more than ${mostValues} values; split it and extend the parts`);
		for (const token of parser.next(lexeme)) tokens.push(token);
	}
	for (const token of parser.end()) tokens.push(token);
	return made(tokens);
}

function unreadable(location: Location, ...wrong: readonly Problem[]): Source {
	const problems = wrong.map((problem) => ({ ...problem, location }));
	return { file: location.file, value: undefined, problems, find: () => ({ depth: 0, decisive: true, location }) };
}

function placeIn(file: string, lines: LineCounter, offset: number): Location {
	const { line, col } = lines.linePos(offset);
	return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** The nodes of a file, by the path of their value. */
class Tree {
	private readonly members = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

	constructor(
		private readonly root: Node | null,
		private readonly targets: ReadonlyMap<Alias, Node>,
	) {}

	find(path: Path) {
		let node = this.resolve(this.root);
		let offset = node?.range?.[0] ?? 0;
		let depth = 0;
		for (const step of path) {
			const next = this.child(node, step);
			if (!next) break;
			offset = next.offset;
			node = this.resolve(next.value);
			depth++;
		}
		return { depth, offset, decisive: depth === path.length || (depth > 0 && !isMap(node)) };
	}

	/** A member is found by its name, where an editor would jump to; an item by itself. */
	private child(node: Node | null, step: string | number): Pair | undefined {
		if (isMap(node)) return this.membersOf(node).get(String(step));
		const item = isSeq(node) ? node.items[Number(step)] : undefined;
		return isNode(item) ? { value: item, offset: item.range?.[0] ?? 0 } : undefined;
	}

	private membersOf(map: YAMLMap): ReadonlyMap<string, Pair> {
		const known = this.members.get(map);
		if (known) return known;
		const pairs = map.items.map(({ key, value }): [string, Pair] => {
			const place = isNode(key) ? key.range?.[0] : undefined;
			return [nameOf(key), { value, offset: place ?? map.range?.[0] ?? 0 }];
		});
		const members = new Map(pairs);
		this.members.set(map, members);
		return members;
	}

	private resolve(value: unknown): Node | null {
		if (isAlias(value)) return this.targets.get(value) ?? null;
		return isNode(value) ? value : null;
	}
}

interface Pair {
	readonly value: unknown;
	readonly offset: number;
}
