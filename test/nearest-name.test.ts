import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestAmong, nearestName, suggestName } from "../src/nearest-name.js";

test.each([
	["otlpEndpont", ["otlpEndpoint", "otlpHeaders"], "otlpEndpoint"],
	["OTLPENDPOINT", ["otlpHeaders", "otlpEndpoint"], "otlpEndpoint"],
	["cowrok", ["cowork"], "cowork"],
	["ab", ["ba", "ab"], "ab"],
	["abcd", ["abxy", "abyx"], "abxy"],
	["abcd", ["wxyz"], undefined],
	["", ["ab", "abc"], "ab"],
	["theme", [], undefined],
])("%j among %j is most likely %j", (name, candidates, expected) => {
	expect(nearestName(name, candidates)).toBe(expected);
});

/** By the definition, without a limit. */
function distance(a: string, b: string): number {
	const cells = new Map<string, number>();
	const at = (i: number, j: number): number => {
		if (Math.min(i, j) === 0) return Math.max(i, j);
		const known = cells.get(`${i},${j}`);
		if (known !== undefined) return known;
		const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
		if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
		const least = Math.min(...ways);
		cells.set(`${i},${j}`, least);
		return least;
	};
	return at(a.length, b.length);
}

test("it is the first of the nearest, and none where all are further than a quarter of the name", () => {
	const names = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 14 });
	fc.assert(
		fc.property(names, fc.array(names, { maxLength: 6 }), (name, candidates) => {
			const distances = candidates.map((candidate) => distance(name, candidate));
			const least = Math.min(...distances);
			const near = least <= Math.max(2, Math.floor(name.length / 4));
			expect(nearestName(name, candidates)).toBe(near ? candidates[distances.indexOf(least)] : undefined);
		}),
	);
});

test("of many candidates some are listed", () => {
	const candidates = Array.from({ length: 60 }, (_, index) => `group-number-${index}`);
	const said = suggestName("x", candidates);
	expect(said).toMatch(/^expected one of 60, such as group-number-0, group-number-1, group-number-10, /);
	expect(said).not.toContain("group-number-50");
});

test("a name that comes again, or after many others, has the same one near", () => {
	const candidates = ["otlpEndpoint", "otlpHeaders"];
	const nearest = nearestAmong(candidates);
	const others = Array.from({ length: 1500 }, (_, index) => `other${index}`);
	for (const name of ["otlpEndpont", "theme", "otlpEndpont", ...others, "otlpEndpont", "theme"])
		expect(nearest(name)).toBe(nearestName(name, candidates));
});
