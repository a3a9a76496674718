import { expect, test } from "vitest";
import { renderGoogleProvision, renderVertexFoundationOptions } from "../../support/render-provision.js";

test("the declarations are what the shapes say", async () => {
	await expect(renderGoogleProvision()).toMatchFileSnapshot("../../../src/inference/google/provision.ts");
	await expect(renderVertexFoundationOptions()).toMatchFileSnapshot(
		"../../../src/inference/google/foundation/options.ts",
	);
});
