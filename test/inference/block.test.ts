import { expect, test } from "vitest";
import { renderBlocks } from "../support/render-blocks.js";

test("the declarations are what the routes say", async () => {
	await expect(renderBlocks()).toMatchFileSnapshot("../../src/inference/block.ts");
});
