import { expect, test } from "vitest";
import { renderAzureProvision } from "../../support/render-provision.js";

test("the declarations are what the shapes say", async () => {
	await expect(renderAzureProvision()).toMatchFileSnapshot("../../../src/inference/azure/provision.ts");
});
