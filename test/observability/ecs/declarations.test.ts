import { expect, test } from "vitest";
import { renderEcsProvision } from "../../support/render-provision.js";

test("the declaration is what the shape says", async () => {
	await expect(renderEcsProvision()).toMatchFileSnapshot("../../../src/observability/ecs/options.ts");
});
