import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";

/** Far deeper than any deployment; checks recurse, so there is a limit. */
export const deepestNesting = 100;
export const nestsTooDeeply = `nests deeper than ${deepestNesting} levels; a deployment never does`;

export interface PlainData {
	readonly value: unknown;
	readonly problems: readonly Problem[];
}

/**
 * What a program or a parser gives as a deployment, reduced to what JSON can carry. Members that are undefined are
 * left out, as JSON does; a function or an instance of a class becomes a problem.
 */
export function plainData(input: unknown): PlainData {
	const problems: Problem[] = [];
	const refuse = (...wrong: readonly Problem[]) => {
		problems.push(...wrong);
		return undefined;
	};
	const plain = (value: unknown, path: Path): unknown => {
		const wrong = checkLeaf(value, path);
		if (wrong.length > 0) return refuse(...wrong);
		if (typeof value !== "object" || value === null) return value;
		if (path.length >= deepestNesting) return refuse(notPlain(path.slice(0, 5), nestsTooDeeply));
		if (Array.isArray(value)) return value.map((item: unknown, index) => plain(item, [...path, index]));
		const members = Object.entries(value).map(([name, member]) => [name, plain(member, [...path, name])] as const);
		return Object.fromEntries(members.filter(([, member]) => member !== undefined));
	};
	return { value: plain(input, []), problems };
}

/** The same data with every leaf replaced; an instance of a class passes as a leaf, and what nests too deeply as it is. */
export function mapLeaves(value: unknown, leaf: (value: unknown, path: Path) => unknown, at: Path = []): unknown {
	if (at.length > deepestNesting) return value;
	if (Array.isArray(value)) return value.map((item: unknown, index) => mapLeaves(item, leaf, [...at, index]));
	if (typeof value !== "object" || value === null || !isPlainObject(value)) return leaf(value, at);
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, mapLeaves(member, leaf, [...at, name])]),
	);
}

/** Whether a value, without what is inside, is one that JSON has. */
function checkLeaf(value: unknown, at: Path): readonly Problem[] {
	const expected = "expected plain data: text, numbers, true, false, lists and objects";
	if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
		return [notPlain(at, `is a ${typeof value}; ${expected}`)];
	return isObject(value) && !isPlainObject(value) ? [notPlain(at, `is an instance of a class; ${expected}`)] : [];
}

function notPlain(at: Path, message: string): Problem {
	return error("not-plain-data", at, message);
}

/** An object literal, of this realm or another. */
function isPlainObject(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
