import { expect, test } from "vitest";
import { groupBy } from "../src/group-by.js";

test("items stand by their keys, both in the order they came in", () => {
	const words = ["pear", "fig", "plum", "kiwi", "date", "nut"];
	expect([...groupBy(words, (word) => word.length)]).toEqual([
		[4, ["pear", "plum", "kiwi", "date"]],
		[3, ["fig", "nut"]],
	]);
	expect(groupBy([], String)).toEqual(new Map());
});
