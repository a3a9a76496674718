import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Path } from "../path.js";
import { nameFault, scalarFault } from "./scalar-fault.js";

/** What is wrong with the tree of a file that parses. */
export interface TreeFault {
	readonly path: Path;
	readonly offset: number;
	readonly message: string;
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
		const fail = (message: string) => unresolved.push({ path, offset: offsetOf(alias), message });
		if (!anchor) fail("is an alias of an anchor that is not defined before it; define it with & above");
		else if (anchor.size === undefined) fail("is an alias of what it stands in; write the value itself");
		else targets.set(alias, anchor.node);
		const size = anchor?.size ?? 1;
		copies += size;
		return size;
	};
	const note = (message: string | undefined, path: Path, node: Node): 0 => {
		if (message !== undefined) ambiguous.push({ path, offset: offsetOf(node), message });
		return 0;
	};
	const sizeOfChildren = (node: Node, path: Path): number => {
		if (isScalar(node)) return note(scalarFault(node, path), path, node);
		if (isSeq(node)) return sum(node.items.map((item, index) => sizeOf(item, [...path, index])));
		if (!isMap(node)) return 0;
		const known = new Set<string>();
		return sum(
			node.items.map(({ key, value }) => {
				const name = nameOf(key);
				const at = [...path, name];
				const fault = isScalar(key) && memberFault(name, key.type === "PLAIN", known.has(name));
				if (fault) misplaced.push({ path: at, offset: offsetOf(key), message: fault });
				else if (isScalar(key)) note(nameFault(key), at, key);
				known.add(name);
				return 1 + sizeOf(value, at);
			}),
		);
	};

	sizeOf(root, []);
	if (targets.size > mostAliases || copies > mostCopies) {
		const message = `its aliases come to more than ${mostCopies} values, or are more than ${mostAliases}; use fewer`;
		unresolved.push({ path: [], offset: 0, message });
	}
	return { targets, misplaced, ambiguous, unresolved };
}

/** The name of a member, as its value is found by. */
export function nameOf(key: unknown): string {
	return String(isScalar(key) ? (key.value ?? "") : key);
}

function memberFault(name: string, plain: boolean, known: boolean): string | undefined {
	if (known) return "is written twice; keep one";
	if (name === "<<" && plain) return "is a merge, which deployments do not have; share settings with extends";
	return undefined;
}

function offsetOf(node: Node): number {
	return node.range?.[0] ?? 0;
}

function sum(sizes: readonly number[]): number {
	return sizes.reduce((total, size) => total + size, 0);
}
