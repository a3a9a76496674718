import { expect, test } from "vitest";
import { governanceOf } from "../../../src/inference/azure/governance.js";
import { planFoundry } from "../../../src/inference/azure/plan-foundry.js";
import { planned } from "../aws/planned.js";
import { type Asked, asked, network, subscription } from "./requests.js";

const governance = (more: Asked = {}) => governanceOf(planned(planFoundry(asked(more))));
const privateEndpoint = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };

test("names what the role lets people do, on the account alone", () => {
	const { actions, resources } = governance();
	expect(actions).toContain("Microsoft.CognitiveServices/*");
	expect(actions).toContain("Microsoft.CognitiveServices/accounts/listkeys/action");
	expect(resources).toEqual([
		`/subscriptions/${subscription}/resourceGroups/cowork-eu/providers/Microsoft.CognitiveServices/accounts/example-cowork`,
	]);
});

test.each<[string, Asked]>([
	["a key", { signIn: { apiKey: {} }, groups: { general: {} } }],
	["others who look after access", { provision: { bringYourOwn: true } }],
])("names nothing with %s", (_, more) => {
	expect(governance(more)).toMatchObject({ actions: [], resources: [] });
});

test("names everything that is created, and what it costs", () => {
	const { created, costs } = governance({ provision: { privateEndpoint, diagnostics: {} } });
	expect(created.slice(0, 5)).toEqual([
		{ type: "Microsoft.Resources/resourceGroups", name: "cowork-eu" },
		{ type: "Microsoft.CognitiveServices/accounts", name: "example-cowork" },
		{ type: "Microsoft.OperationalInsights/workspaces", name: "cowork-eu" },
		{ type: "Microsoft.Insights/diagnosticSettings", name: "cowork-eu" },
		{ type: "Microsoft.Resources/deploymentStacks", name: "cowork-eu" },
	]);
	expect(costs.filter(({ meter }) => meter !== "free")).toEqual([
		{
			type: "Microsoft.OperationalInsights/workspaces",
			meter: "per gigabyte taken in and kept, and per gigabyte searched",
		},
		{ type: "Microsoft.Insights/diagnosticSettings", meter: "per gigabyte that the workspace takes in" },
		{ type: "Microsoft.Network/privateEndpoints", meter: "per hour, and per gigabyte" },
		{ type: "Microsoft.Network/privateDnsZones", meter: "per zone and month, and per query" },
		{ type: "model calls", meter: "per token, in Claude Consumption Units of Azure Marketplace" },
	]);
});
