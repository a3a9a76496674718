import { createHash } from "node:crypto";
import { compareText } from "../../json.js";

/**
 * Texts in parts that hold at most `most` each, by where a part begins among a number of slots, a power of two. A text
 * keeps its slot whatever else there is, and a part that grows too large keeps its first half: one text more or less
 * changes one part, or splits or joins two. Undefined where even that many slots are too few.
 */
export function stableParts(
	texts: readonly string[],
	most: number,
	slots: number,
): ReadonlyMap<number, readonly string[]> | undefined {
	const placed = [...new Set(texts)].sort(compareText).map((text) => ({ text, slot: slotOf(text, slots) }));
	const parts = new Map<number, readonly string[]>();
	return split(placed, 0, slots, most, parts) ? parts : undefined;
}

interface Placed {
	readonly text: string;
	readonly slot: number;
}

function split(
	placed: readonly Placed[],
	first: number,
	width: number,
	most: number,
	parts: Map<number, readonly string[]>,
): boolean {
	if (placed.length <= most) {
		if (placed.length > 0)
			parts.set(
				first,
				placed.map(({ text }) => text),
			);
		return true;
	}
	if (width === 1) return false;
	const half = width / 2;
	const [low, high] = [
		placed.filter(({ slot }) => slot < first + half),
		placed.filter(({ slot }) => slot >= first + half),
	];
	return split(low, first, half, most, parts) && split(high, first + half, half, most, parts);
}

function slotOf(text: string, slots: number): number {
	return createHash("sha256").update(text).digest().readUInt32BE() % slots;
}
