import { describe, expect, test } from "vitest";
import { reg } from "../../src/profiles/reg.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { hasWine, wineAfter } from "../support/wine.js";
import { bytesOf, textsOf } from "./cases.js";
import { hostileSettings } from "./hostile.js";

describe.skipIf(!hasWine)("Wine's registry editor: needs wine", () => {
	test("reads every registry file as it was meant, and exports what import reads", { timeout: 300_000 }, async () => {
		const table = Object.entries(hostileSettings);
		const files = await Promise.all(table.map(([, settings]) => bytesOf(reg, settings)));
		const found = wineAfter("Claude", files);
		for (const [index, [title, settings]] of table.entries()) {
			expect([title, found[index]?.values]).toEqual([title, textsOf(settings)]);
			const { value = [], problems } = await readDeviceFile({
				name: `${title}.reg`,
				bytes: found[index]?.file ?? new Uint8Array(),
			});
			expect([title, problems]).toEqual([title, []]);
			expect(value.map(({ carried }) => Object.fromEntries(carried.values))).toEqual([textsOf(settings)]);
		}
	});
});
