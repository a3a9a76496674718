import { expect, test, vi } from "vitest";
import { record } from "./support/pulumi.js";

/** Programs that need no cloud, with the secrets that their READMEs ask for. */
const programs: [string, () => Promise<object>, Readonly<Record<string, string>>][] = [
	["gateway", () => import("../examples/gateway/index.js"), { "cowork:gatewayKey": "a key" }],
	["anthropic", () => import("../examples/anthropic/index.js"), { "cowork:anthropicKey": "a key" }],
	["perimeter", () => import("../examples/perimeter/index.js"), {}],
];

test.each(programs)("examples/%s deploys", async (_, load, config) => {
	const { urns, warnings } = await record(load, { config });

	expect(urns).toMatchSnapshot();
	expect(warnings).toEqual([]);
});

test("examples/perimeter has in each cloud what the plan needs, for the networks of that cloud alone", async () => {
	vi.resetModules();
	const { resources } = await record(() => import("../examples/perimeter/index.js"));
	const texts = ["aws", "azure-native", "gcp"].map((provider) =>
		JSON.stringify(resources.filter(({ type }) => type.startsWith(`${provider}:`)).map(({ inputs }) => inputs)),
	);
	const networks = ["10.10.0.0/16", "10.30.0.0/16", "10.20.0.0/16"];
	for (const [at, text] of texts.entries()) {
		expect(networks.map((network) => text.includes(network))).toEqual(networks.map((_, other) => other === at));
		for (const host of ["llm.example.com", "otel.example.com", "pypi.org", ".npmjs.org"]) {
			expect([at, text.includes(host)]).toEqual([at, true]);
		}
	}
});
