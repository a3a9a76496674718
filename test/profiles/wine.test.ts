import { describe, expect, test } from "vitest";
import { reg } from "../../src/profiles/reg.js";
import { hasWine, wineAfter } from "../support/wine.js";
import { bytesOf, textsOf } from "./cases.js";
import { hostileSettings } from "./hostile.js";

describe.skipIf(!hasWine)("Wine's registry editor: needs wine", () => {
	test("reads every registry file as it was meant", { timeout: 300_000 }, async () => {
		const table = Object.entries(hostileSettings);
		const files = await Promise.all(table.map(([, settings]) => bytesOf(reg, settings)));
		const found = wineAfter("Claude", files);
		for (const [index, [title, settings]] of table.entries()) {
			expect([title, found[index]]).toEqual([title, textsOf(settings)]);
		}
	});
});
