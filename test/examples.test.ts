import { expect, test } from "vitest";
import { record } from "./support/pulumi.js";

/** Programs that need no cloud, with the secrets that their READMEs ask for. */
const programs: [string, () => Promise<object>, Readonly<Record<string, string>>][] = [
	["gateway", () => import("../examples/gateway/index.js"), { "cowork:gatewayKey": "a key" }],
];

test.each(programs)("examples/%s deploys", async (_, load, config) => {
	const { urns, warnings } = await record(load, { config });

	expect(urns).toMatchSnapshot();
	expect(warnings).toEqual([]);
});
