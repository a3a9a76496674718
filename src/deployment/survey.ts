import { type Alias, isAlias, isMap, isNode, isScalar, isSeq, type Node } from "yaml";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";
import { checkMemberName, checkScalar } from "./check-scalar.js";

/** What is wrong with the tree of a file that parses. */
export interface TreeFault {
	readonly problem: Problem;
	readonly offset: number;
}

export interface Survey {
	/** What each alias stands for. */
	readonly targets: ReadonlyMap<Alias, Node>;
	/** Members that are written more than once or mean something only to other programs. */
	readonly misplaced: readonly TreeFault[];
	/** Scalars and names that Pulumi's engine understands differently. */
	readonly ambiguous: readonly TreeFault[];
	/** Aliases that stand for nothing, or for too much to be unfolded. */
	readonly unresolved: readonly TreeFault[];
}

const mostAliases = 10_000;
const mostCopies = 200_000;

/** Looks at every node of a file once. A few aliases can stand for more than any memory holds, so they are counted. */
export function survey(root: Node | null): Survey {
	const targets = new Map<Alias, Node>();
	const misplaced: TreeFault[] = [];
	const ambiguous: TreeFault[] = [];
	const unresolved: TreeFault[] = [];
	const anchors = new Map<string, { readonly node: Node; size?: number }>();

	let copies = 0;

	const note = (faults: TreeFault[], problems: readonly Problem[], node: unknown): 0 => {
		for (const problem of problems) faults.push({ problem, offset: offsetOf(node) });
		return 0;
	};
	const sizeOf = (node: unknown, path: Path): number => {
		if (isAlias(node)) return sizeOfAlias(node, path);
		if (!isMap(node) && !isSeq(node) && !isScalar(node)) return 1;
		const anchor: { readonly node: Node; size?: number } = { node };
		if (node.anchor !== undefined) anchors.set(node.anchor, anchor);
		anchor.size = 1 + sizeOfChildren(node, path);
		return anchor.size;
	};
	const sizeOfAlias = (alias: Alias, path: Path): number => {
		const anchor = anchors.get(alias.source);
		const fail = (message: string) => note(unresolved, [notParsed(path, message)], alias);
		if (!anchor) fail("is an alias of an anchor that is not defined before it; define it with & above");
		else if (anchor.size === undefined) fail("is an alias of what it stands in; write the value itself");
		else targets.set(alias, anchor.node);
		const size = anchor?.size ?? 1;
		copies += size;
		return size;
	};
	const sizeOfChildren = (node: Node, path: Path): number => {
		if (isScalar(node)) return note(ambiguous, checkScalar(node, path), node);
		if (isSeq(node)) return sum(node.items.map((item, index) => sizeOf(item, [...path, index])));
		if (!isMap(node)) return 0;
		const known = new Set<string>();
		return sum(
			node.items.map(({ key, value }) => {
				const name = nameOf(key);
				const at = [...path, name];
				if (isScalar(key)) {
					const wrong = checkMember(name, at, { plain: key.type === "PLAIN", known: known.has(name) });
					note(misplaced, wrong, key);
					if (wrong.length === 0) note(ambiguous, checkMemberName(key, at), key);
				}
				known.add(name);
				return 1 + sizeOf(value, at);
			}),
		);
	};

	sizeOf(root, []);
	if (targets.size > mostAliases || copies > mostCopies) {
		const message = `its aliases come to more than ${mostCopies} values, or are more than ${mostAliases}; use fewer`;
		unresolved.push({ problem: notParsed([], message), offset: 0 });
	}
	return { targets, misplaced, ambiguous, unresolved };
}

/** The name of a member, as its value is found by. */
export function nameOf(key: unknown): string {
	return String(isScalar(key) ? (key.value ?? "") : key);
}

function checkMember(
	name: string,
	at: Path,
	{ plain, known }: { readonly plain: boolean; readonly known: boolean },
): readonly Problem[] {
	if (known) return [notParsed(at, "is written twice; keep one")];
	const isMerge = name === "<<" && plain;
	return isMerge ? [notParsed(at, "is a merge, which deployments do not have; share settings with extends")] : [];
}

/** The tree of a file that cannot be understood at a place. */
export function notParsed(at: Path, message: string): Problem {
	return error("not-parsed", at, message);
}

function offsetOf(node: unknown): number {
	return (isNode(node) && node.range?.[0]) || 0;
}

function sum(sizes: readonly number[]): number {
	return sizes.reduce((total, size) => total + size, 0);
}
