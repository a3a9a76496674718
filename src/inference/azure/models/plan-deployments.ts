import { outputOf } from "../../../cloud/plan-resource.js";
import { compareText, type JsonObject } from "../../../json.js";
import type { AnsweredModel } from "../../cloud-plan.js";
import type { PlanPart } from "../../join-plans.js";
import { afterAccount } from "../account/plan-account.js";
import { nameFor } from "../names.js";
import type { FoundryDeployment, FoundryProvision } from "../provision.js";
import { type FoundryRequest, scopeOf } from "../request.js";
import { resource } from "../resource.js";
import { dataBoundaries } from "./hosting.js";
import { locations } from "./model-table.js";

const deploymentType = "Microsoft.CognitiveServices/accounts/deployments";
/** First stable version that takes `modelProviderData`. https://github.com/Azure/azure-rest-api-specs/issues/43610 */
const apiVersion = "2026-05-01";

/** Id in the plan. */
export const deploymentsResource = "deployments";

/**
 * The model deployments, as one template: the provider's own resource has no place for `modelProviderData`, without which
 * Azure refuses them. It is a deployment stack's, so that Azure deletes a deployment that the template no longer has; a
 * plain deployment of a template would leave it there. What becomes of them with the stack is for `checkRemoval` to say.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks
 */
export function planDeployments(request: FoundryRequest): PlanPart {
	const { provision, deployment } = request;
	const { accountName, resourceGroup: resourceGroupName } = scopeOf(request);
	const name = nameFor(deployment);
	const stack = resource(
		"Microsoft.Resources/deploymentStacks",
		deploymentsResource,
		{
			resourceGroupName,
			deploymentStackName: name,
			description: `Models for Claude Cowork, deployment ${deployment}`,
			actionOnUnmanage: { resources: "delete", resourceGroups: "detach", managementGroups: "detach" },
			denySettings: { mode: "none" },
			template: deploymentsTemplate(accountName, provision),
			tags: provision.tags ?? {},
		},
		{ name, ...afterAccount(request) },
	);
	return {
		resources: [stack],
		outputs: { deployments: { stack: outputOf(stack, "id") } },
		answers: Object.entries(provision.deployments).map(([model, each]) => answered(model, each, provision)),
		uses: [{ type: "model calls", meter: "per token, in Claude Consumption Units of Azure Marketplace" }],
	};
}

/** Each after the one before: Azure refuses two changes of an account at a time. */
export function deploymentsTemplate(
	accountName: string,
	{ deployments, provider }: Pick<FoundryProvision, "deployments" | "provider">,
): JsonObject {
	const names = Object.keys(deployments).sort(compareText);
	return {
		$schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
		contentVersion: "1.0.0.0",
		resources: names.flatMap((name, index) => {
			const each = deployments[name];
			if (!each) return [];
			const before = names.slice(Math.max(0, index - 1), index);
			return [
				{
					type: deploymentType,
					apiVersion,
					name: `${accountName}/${name}`,
					dependsOn: before.map((other) => `[resourceId('${deploymentType}', '${accountName}', '${other}')]`),
					sku: { name: each.sku, capacity: each.capacity },
					properties: {
						model: { format: "Anthropic", name: each.model, version: each.version },
						modelProviderData: {
							organizationName: literal(provider.organization),
							countryCode: provider.country,
							industry: provider.industry,
						},
						versionUpgradeOption: "NoAutoUpgrade",
					},
				},
			];
		}),
	};
}

/**
 * A text that Azure Resource Manager takes for itself: what stands in brackets is an expression to it.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
 */
function literal(text: string): string {
	return text.startsWith("[") && text.endsWith("]") ? `[${text}` : text;
}

function answered(
	model: string,
	{ sku, hosting }: FoundryDeployment,
	{ location }: Pick<FoundryProvision, "location">,
): AnsweredModel {
	const zone = sku === "DataZoneStandard" ? locations[location]?.zone : undefined;
	return { model, regions: zone ? [zone] : "anywhere", saidBy: `sku ${sku}`, boundary: dataBoundaries[hosting] };
}
