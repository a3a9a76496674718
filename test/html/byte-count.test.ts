import { expect, test } from "vitest";
import { byteCount } from "../../src/html/byte-count.js";

test.each([
	[0, "0 bytes"],
	[1, "1 byte"],
	[999, "999 bytes"],
	[1_000, "1.0 kB"],
	[99_949, "99.9 kB"],
	[99_950, "100 kB"],
	[999_499, "999 kB"],
	[999_500, "1.0 MB"],
	[1_234_567_890, "1.2 GB"],
	[5_000_000_000_000, "5000 GB"],
])("%i is %s", (bytes, shown) => {
	expect(byteCount(bytes)).toBe(shown);
});
