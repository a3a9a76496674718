import v8 from "node:v8";
import { afterEach, expect, test, vi } from "vitest";
import { compileWhole } from "../../src/cli/compile-whole.js";

afterEach(() => vi.restoreAllMocks());

const [ofNode20, ofNode22, ofNode24, later] = [
	"11.3.244.8-node.33",
	"12.4.254.21-node.33",
	"13.6.233.17-node.28",
	"130.0",
];

/** What the engine is told, and `imported` where something is imported meanwhile. */
async function toldTo(engine: string, load = async () => "module"): Promise<string[]> {
	const told: string[] = [];
	vi.spyOn(v8, "setFlagsFromString").mockImplementation((flag) => void told.push(flag));
	const imported = compileWhole(() => {
		told.push("imported");
		return load();
	}, engine);
	await imported.catch(() => undefined);
	return told;
}

test.each([ofNode22, ofNode24])("V8 %s compiles whole what is imported, and nothing afterwards", async (engine) => {
	expect(await toldTo(engine)).toEqual(["--no-lazy", "imported", "--lazy"]);
	const failing = () => Promise.reject(new Error("no such file"));
	expect(await toldTo(engine, failing)).toEqual(["--no-lazy", "imported", "--lazy"]);
});

test.each([ofNode20, later])("V8 %s, where it was not measured, is told nothing", async (engine) => {
	expect(await toldTo(engine)).toEqual(["imported"]);
});

test("what is imported is handed on, and a failure too", async () => {
	vi.spyOn(v8, "setFlagsFromString").mockReturnValue();
	expect(await compileWhole(async () => "module", ofNode24)).toBe("module");
	await expect(compileWhole(() => Promise.reject(new Error("no such file")), ofNode24)).rejects.toThrow("no such file");
});
