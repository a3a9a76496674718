import { expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { planned, resourceIn } from "../../aws/planned.js";
import { asked, haiku, sonnet } from "../requests.js";

const opus = { ...sonnet, model: "claude-opus-4-8", sku: "DataZoneStandard", capacity: 50 } as const;

// Written by hand from what Azure takes, as facts and vendor pages give it: no program here reads ARM templates.
const template = {
	$schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
	contentVersion: "1.0.0.0",
	resources: [
		{
			type: "Microsoft.CognitiveServices/accounts/deployments",
			apiVersion: "2026-05-01",
			name: "example-cowork/fast",
			dependsOn: [],
			sku: { name: "GlobalStandard", capacity: 500 },
			properties: {
				model: { format: "Anthropic", name: "claude-haiku-4-5", version: "20251001" },
				modelProviderData: { organizationName: "Example Corp", countryCode: "SE", industry: "manufacturing" },
				versionUpgradeOption: "NoAutoUpgrade",
			},
		},
		{
			type: "Microsoft.CognitiveServices/accounts/deployments",
			apiVersion: "2026-05-01",
			name: "example-cowork/opus",
			dependsOn: ["[resourceId('Microsoft.CognitiveServices/accounts/deployments', 'example-cowork', 'fast')]"],
			sku: { name: "DataZoneStandard", capacity: 50 },
			properties: {
				model: { format: "Anthropic", name: "claude-opus-4-8", version: "2" },
				modelProviderData: { organizationName: "Example Corp", countryCode: "SE", industry: "manufacturing" },
				versionUpgradeOption: "NoAutoUpgrade",
			},
		},
		{
			type: "Microsoft.CognitiveServices/accounts/deployments",
			apiVersion: "2026-05-01",
			name: "example-cowork/sonnet",
			dependsOn: ["[resourceId('Microsoft.CognitiveServices/accounts/deployments', 'example-cowork', 'opus')]"],
			sku: { name: "GlobalStandard", capacity: 500 },
			properties: {
				model: { format: "Anthropic", name: "claude-sonnet-5", version: "2" },
				modelProviderData: { organizationName: "Example Corp", countryCode: "SE", industry: "manufacturing" },
				versionUpgradeOption: "NoAutoUpgrade",
			},
		},
	],
};

function stackOf(deployments: object, provider?: object) {
	const models = Object.keys(deployments);
	const provision = { location: "eastus2", deployments, ...(provider && { provider }) };
	return resourceIn(planned(planFoundry(asked({ models, provision }))), "deployments");
}

test("the template deploys one model after another", () => {
	expect(stackOf({ sonnet, opus, fast: haiku }).properties).toEqual({
		resourceGroupName: "cowork-eu",
		deploymentStackName: "cowork-eu",
		description: "Models for Claude Cowork, deployment eu",
		actionOnUnmanage: { resources: "delete", resourceGroups: "detach", managementGroups: "detach" },
		denySettings: { mode: "none" },
		template,
		tags: {},
	});
});

test("the order in which deployments are written changes nothing", () => {
	expect(stackOf({ fast: haiku, opus, sonnet })).toEqual(stackOf({ opus, sonnet, fast: haiku }));
});

test.each([
	["[Example]", "[[Example]"],
	["[Example\u2028Corp]", "[[Example\u2028Corp]"],
	// Only what stands in brackets is an expression.
	["[Example", "[Example"],
	["Example [Corp]", "Example [Corp]"],
])("an organization called %s", (organization, written) => {
	const { properties } = stackOf({ sonnet }, { organization, country: "US", industry: "other" });
	expect(properties).toHaveProperty(
		["template", "resources", "0", "properties", "modelProviderData", "organizationName"],
		written,
	);
});

test("where models answer is told with how far content goes, by who hosts", () => {
	const deployments = { sonnet, opus, fast: haiku };
	const { answers } = planned(
		planFoundry(asked({ models: Object.keys(deployments), provision: { location: "eastus2", deployments } })),
	);
	const onAzure = expect.stringMatching(/^hosted on Azure: prompts and answers are processed there/);
	const outside = expect.stringMatching(/^hosted by Anthropic: prompts and answers leave Azure/);
	expect(answers).toEqual([
		{ model: "sonnet", regions: "anywhere", saidBy: "sku GlobalStandard", boundary: onAzure },
		{ model: "opus", regions: ["us"], saidBy: "sku DataZoneStandard", boundary: onAzure },
		{ model: "fast", regions: "anywhere", saidBy: "sku GlobalStandard", boundary: outside },
	]);
});
