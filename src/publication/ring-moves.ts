import type { Path } from "../path.js";
import type { PlannedScope } from "./check-published.js";
import { type PublishedScope, scopeFolder } from "./layout.js";
import type { RingReport } from "./ring-report.js";

/** A hold that a person may write to move a ring. */
export interface RingMove {
	readonly scope: PublishedScope;
	readonly ring: string;
	readonly hold: string;
	/** Why: the earlier ring that has the revision now. @default - it is what the ring had before */
	readonly from?: string;
}

/** Moves of rings, and rings of which stores do not agree. */
export interface RingMoves {
	/** To what the ring before it has now, where that was published later. */
	readonly promotions: readonly RingMove[];
	/** To what it had before. */
	readonly rollbacks: readonly RingMove[];
	readonly disagreed: readonly Pick<RingMove, "scope" | "ring">[];
}

/**
 * How rings can be moved: one line of the deployment for each. Only to revisions that every store has whole, as far as it
 * is known, and only where all stores name the same.
 */
export function ringMoves(scopes: readonly PlannedScope[], stores: readonly (readonly RingReport[])[]): RingMoves {
	const promotions: RingMove[] = [];
	const rollbacks: RingMove[] = [];
	const disagreed: Pick<RingMove, "scope" | "ring">[] = [];
	for (const { scope, rings } of scopes) {
		let earlier: RingReport | undefined;
		for (const { ring } of rings) {
			const everywhere = inStores(stores, scope, ring);
			const [report] = everywhere;
			if (!report) continue;
			const agree = everywhere.every(({ revision }) => revision === report.revision);
			if (!agree) disagreed.push({ scope, ring });
			const isIntact = everywhere.every(({ manifest }) => manifest === "intact");
			const isAhead = earlier && isLater(inStores(stores, scope, earlier.ring), everywhere);
			if (agree && isAhead && earlier?.revision !== undefined && earlier.revision !== report.revision)
				promotions.push({ scope, ring, hold: earlier.revision, from: earlier.ring });
			const { replaces } = report;
			const canGoBack = everywhere.every((each) => each.replaces === replaces && each.replaced === "intact");
			if (agree && canGoBack && replaces !== undefined && replaces !== report.revision)
				rollbacks.push({ scope, ring, hold: replaces });
			earlier = agree && isIntact ? report : undefined;
		}
	}
	return { promotions, rollbacks, disagreed };
}

function inStores(
	stores: readonly (readonly RingReport[])[],
	scope: PublishedScope,
	ring: string,
): readonly RingReport[] {
	return stores.flatMap((reports) => reports.filter((each) => isOf(each, scope, ring)));
}

/** Whether what a ring has was published after what the other has, as far as stores tell: otherwise that is going back. */
function isLater(ones: readonly RingReport[], others: readonly RingReport[]): boolean {
	return ones.every(({ revision, state, written }, store) => {
		const other = others[store];
		if (other?.replaces === revision && other?.state === "newest") return false;
		// What the program renders now may have stood in a folder for long.
		return state === "newest" || written === undefined || other?.written === undefined || written >= other.written;
	});
}

function isOf(report: RingReport, scope: PublishedScope, ring: string): boolean {
	return report.ring === ring && scopeFolder(report.scope) === scopeFolder(scope);
}

/** The lines of a file that make moves, as YAML, of which the deployment stands at a path. */
export function moveLines(moves: readonly RingMove[], at: Path): readonly string[] {
	return [
		...at.map((step, depth) => `${"  ".repeat(depth)}${step}:`),
		...deploymentLines(moves).map((line) => `${"  ".repeat(at.length)}${line}`),
	];
}

function deploymentLines(moves: readonly RingMove[]): readonly string[] {
	const ofPerimeter = moves.filter(({ scope }) => scope.group === undefined);
	const groups = [...new Set(moves.flatMap(({ scope: { group } }) => (group === undefined ? [] : [group])))];
	return [
		...(ofPerimeter.length > 0
			? ["publish:", "  perimeter:", ...ofPerimeter.map((move) => `    ${holdLine(move)}`)]
			: []),
		...(groups.length > 0 ? ["groups:"] : []),
		...groups.flatMap((group) => [
			`  ${key(group)}:`,
			"    rings:",
			...moves.filter(({ scope }) => scope.group === group).map((move) => `      ${holdLine(move)}`),
		]),
	];
}

function holdLine({ ring, hold, from }: RingMove): string {
	// A digest of decimal digits alone would be read as a number.
	return `${key(ring)}: { hold: "${hold}" } # what ${from === undefined ? "it had before" : `${from} has now`}`;
}

/** A name as a key of YAML, of which some editions take words for something else. */
function key(name: string): string {
	return /^(?:null|true|false|yes|no|on|off|y|n)$/.test(name) ? JSON.stringify(name) : name;
}
