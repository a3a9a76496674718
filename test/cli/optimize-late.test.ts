import v8 from "node:v8";
import { afterEach, expect, test, vi } from "vitest";
import { optimizeLate } from "../../src/cli/optimize-late.js";

afterEach(() => vi.restoreAllMocks());

test("the engine of Node 20 is told to optimise late, and no other is told anything", () => {
	const set = vi.spyOn(v8, "setFlagsFromString").mockReturnValue();
	for (const engine of ["12.4.254.21-node.33", "13.6.233.17-node.28", "110.0"]) optimizeLate(engine);
	expect(set).not.toHaveBeenCalled();
	optimizeLate("11.3.244.8-node.33");
	expect(set.mock.calls).toEqual([["--interrupt-budget=540672"]]);
});
