import { createHash } from "node:crypto";
import { compareText } from "../json.js";

/** Whether so many texts are no more than one part holds, which begins at a slot. */
type Fits = (texts: readonly string[], first: number) => boolean;

/**
 * Texts in parts that fit, by where a part begins among a number of slots, a power of two. A text keeps its slot whatever
 * else there is, and a part that grows too large keeps its first half: one text more or less changes one part, or splits
 * or joins two. Undefined where even that many slots are too few.
 */
export function stableParts(
	texts: readonly string[],
	fits: Fits,
	slots: number,
): ReadonlyMap<number, readonly string[]> | undefined {
	const placed = [...new Set(texts)].sort(compareText).map((text) => ({ text, slot: slotOf(text, slots) }));
	const parts = new Map<number, readonly string[]>();
	return split(placed, 0, slots, fits, parts) ? parts : undefined;
}

/** For parts that hold so many texts each. */
export function atMost(most: number): Fits {
	return ({ length }) => length <= most;
}

interface Placed {
	readonly text: string;
	readonly slot: number;
}

function split(
	placed: readonly Placed[],
	first: number,
	width: number,
	fits: Fits,
	parts: Map<number, readonly string[]>,
): boolean {
	const texts = placed.map(({ text }) => text);
	if (fits(texts, first)) {
		if (texts.length > 0) parts.set(first, texts);
		return true;
	}
	if (width === 1) return false;
	const half = width / 2;
	const [low, high] = [
		placed.filter(({ slot }) => slot < first + half),
		placed.filter(({ slot }) => slot >= first + half),
	];
	return split(low, first, half, fits, parts) && split(high, first + half, half, fits, parts);
}

function slotOf(text: string, slots: number): number {
	return createHash("sha256").update(text).digest().readUInt32BE() % slots;
}
