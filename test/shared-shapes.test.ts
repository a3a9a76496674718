import { describe, expect, test } from "vitest";
import { run } from "./support/programs.js";

/** What a function makes of a value, as it is written and as it is built, and whether two that it makes share a shape. */
function made(code: string): { written: unknown; built: unknown; shared: boolean } {
	const program = `
		import { sharedShapes } from "./scripts/shared-shapes.js";
		const copied = () => JSON.parse('{ "a": 1, "__proto__": { "b": 2 }, "inner": { "c": 3 } }');
		const [written, built] = [${JSON.stringify(code)}, sharedShapes(${JSON.stringify(code)})].map((each) => (0, eval)(each));
		const describe = (value) => Object.entries(Object.getOwnPropertyDescriptors(value));
		// Only what has run some times is looked at by an engine.
		const [first, second] = Array.from({ length: 50 }, () => built(copied())).slice(-2);
		const shared = %HaveSameMap(first, second);
		console.log(JSON.stringify({ written: describe(written(copied())), built: describe(built(copied())), shared }));
	`;
	return JSON.parse(run(process.execPath, ["--allow-natives-syntax", "--input-type=module", "-e", program]));
}

describe("an object that is built", () => {
	test.each([
		["a copy", "(x) => ({ ...x })"],
		["a copy with more", "(x) => ({ ...x, d: 4 })"],
		["a copy with a copy", "(x) => ({ ...x, ...x.inner })"],
		["a copy of a copy with more", "(x) => ({ ...{ ...x, d: 4 }, e: { ...x.inner, f: 5 } })"],
		["a copy whose members are replaced", "(x) => ({ ...x, a: 2, ...(x.b && { g: 6 }), ['h' + 1]: 7 })"],
		["more with a copy", "(x) => ({ d: 4, ...x })"],
	])("as %s is the same, and shares its shape with others", (_, code) => {
		const { written, built, shared } = made(code);

		expect(built).toEqual(written);
		expect(shared).toBe(true);
	});
});
