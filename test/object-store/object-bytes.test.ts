import { expect, test } from "vitest";
import { objectBytes } from "../../src/object-store/object-bytes.js";

test("bytes come as they were sent, in pieces of either kind", async () => {
	const sent = async function* () {
		yield Buffer.from("a");
		yield "b";
	};
	expect(Buffer.from(await objectBytes(sent(), "s3://example/eu", 2)).toString()).toBe("ab");
});

test("of what never ends no more is taken than the limit, and it is ended", async () => {
	let pieces = 0;
	let isEnded = false;
	const endless = async function* () {
		try {
			for (;;) {
				pieces++;
				yield new Uint8Array(10);
			}
		} finally {
			isEnded = true;
		}
	};
	await expect(objectBytes(endless(), "s3://example/eu", 25)).rejects.toMatchObject({
		code: "object-too-large",
		message: "s3://example/eu has more than the 25 bytes that are read at most",
	});
	expect([pieces, isEnded]).toEqual([3, true]);
});
