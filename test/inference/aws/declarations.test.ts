import { expect, test } from "vitest";
import { renderAwsProvision, renderFoundationOptions } from "../../support/render-provision.js";

test("the declarations are what the shapes say", async () => {
	await expect(renderAwsProvision()).toMatchFileSnapshot("../../../src/inference/aws/provision.ts");
	await expect(renderFoundationOptions()).toMatchFileSnapshot("../../../src/inference/aws/foundation/options.ts");
});
