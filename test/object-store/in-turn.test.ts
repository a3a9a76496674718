import { expect, test } from "vitest";
import { mostAtOnce } from "../../src/object-store/at-once.js";
import { inTurn } from "../../src/object-store/in-turn.js";
import type { ObjectReader } from "../../src/object-store/object-reader.js";

test("as many objects are fetched together as a store is asked for, and every one that is wanted", async () => {
	let running = 0;
	let most = 0;
	const reader: ObjectReader = {
		title: "counted/",
		place: async () => ({ exists: true }),
		async *list() {},
		remove: async () => [],
		async get(key) {
			most = Math.max(most, ++running);
			await Promise.resolve();
			running--;
			if (key === "7") throw new Error("refused");
			return { content: Buffer.from(key) };
		},
	};
	const limited = inTurn(reader);
	const keys = Array.from({ length: 10 * mostAtOnce }, (_, index) => `${index}`);
	const results = await Promise.allSettled(keys.map((key) => limited.get(key, 1)));
	expect(most).toBe(mostAtOnce);
	expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
	expect(results.at(-1)).toMatchObject({ status: "fulfilled" });
});
