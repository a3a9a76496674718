import { expect, test } from "vitest";
import { textFile } from "../../src/bundle/bundle.js";
import { inOneBlock } from "../../src/bundle/in-one-block.js";

test("files are the same in one block, and what is secret is not in it", () => {
	const files = [
		textFile("a.txt", "text/plain", "first", "pilot"),
		{ ...textFile("b.txt", "text/plain", "secret"), sensitive: true },
		textFile("c.txt", "text/plain", ""),
		{ ...textFile("d.txt", "text/plain", "last \u00e9"), removes: true },
	];
	const packed = inOneBlock(files);
	expect(packed).toEqual(files);
	const [first, secret, , last] = packed.map(({ content }) => content.buffer);
	expect(last).toBe(first);
	expect(secret).not.toBe(first);
});
