import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atMost, stableParts } from "../../src/firewall/stable-parts.js";

const names = (count: number) => Array.from({ length: count }, (_, index) => `host-${index}.example.com`);
const some = fc.uniqueArray(fc.domain(), { maxLength: 60 });

/** Slots of parts that two sets of texts do not have alike. */
function touched(before: readonly string[], after: readonly string[], most: number, slots: number): number[] {
	const [one, other] = [before, after].map((texts) => stableParts(texts, atMost(most), slots));
	if (!one || !other) throw new Error("too few slots");
	return [...new Set([...one.keys(), ...other.keys()])].filter(
		(slot) => JSON.stringify(one.get(slot)) !== JSON.stringify(other.get(slot)),
	);
}

describe("stable parts", () => {
	it("are one while they fit, however they are ordered", () => {
		const hundred = names(100);
		expect([...(stableParts(hundred, atMost(100), 256) ?? [])]).toEqual([[0, [...hundred].sort()]]);
		expect(stableParts([...hundred].reverse(), atMost(100), 256)).toEqual(stableParts(hundred, atMost(100), 256));
	});

	it("hold every text once, and none too many", () => {
		fc.assert(
			fc.property(some, (texts) => {
				const parts = [...(stableParts(texts, atMost(10), 256)?.values() ?? [])];
				expect(parts.flat().sort()).toEqual([...texts].sort());
				for (const part of parts) expect(part.length).toBeLessThanOrEqual(10);
			}),
		);
	});

	it("change for one text more in that one, or where it splits into two", () => {
		const all = names(400);
		const counts = all.slice(1).map((_, count) => {
			const before = all.slice(0, count + 1);
			return touched(before, all.slice(0, count + 2), 100, 256).length;
		});
		expect(new Set(counts)).toEqual(new Set([1, 2]));
		expect(counts.filter((count) => count === 2).length).toBeLessThan(10);
	});

	it("do not move when the first text of all goes", () => {
		const all = names(350).sort();
		expect(touched(all, all.slice(1), 100, 256)).toHaveLength(1);
	});

	it("leave room in one part for what else is in it", () => {
		const fits = (texts: readonly string[], first: number) => texts.length + (first === 0 ? 8 : 0) <= 10;
		const parts = stableParts(names(10), fits, 256);
		expect(parts?.get(0)?.length ?? 0).toBeLessThanOrEqual(2);
		expect([...(parts?.values() ?? [])].flat().sort()).toEqual([...names(10)].sort());
	});

	it("are none where the slots are too few", () => {
		expect(stableParts(names(30), atMost(1), 4)).toBeUndefined();
		expect(stableParts(names(10_000), atMost(100), 256)?.size).toBeGreaterThanOrEqual(100);
	});
});
