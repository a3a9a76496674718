/** Who runs a model: the service of Anthropic outside of Azure, or the one on Azure's machines. */
export const hostings = ["anthropic", "azure"] as const;
export type Hosting = (typeof hostings)[number];

/** Kinds of capacity, in Azure's words. */
export const deploymentSkus = ["GlobalStandard", "DataZoneStandard"] as const;
export type DeploymentSku = (typeof deploymentSkus)[number];

/** Date of the page that the table is of. */
export const tableDate = "2026-09-21";

const everywhere: readonly DeploymentSku[] = ["GlobalStandard"];
const alsoInZone: readonly DeploymentSku[] = ["GlobalStandard", "DataZoneStandard"];

/** Kinds of capacity that a model is to be had in, by who runs it; without a member it is not run there. */
export type ModelRow = Readonly<Partial<Record<Hosting, readonly DeploymentSku[]>>>;

/**
 * Claude models of Foundry. Where two of Microsoft's pages differ, as for `claude-haiku-4-5` in the data zone, the one
 * that gives quota counts: without it nothing is deployed.
 * https://learn.microsoft.com/azure/foundry/foundry-models/concepts/claude-models-quotas-limits
 * https://learn.microsoft.com/azure/foundry/foundry-models/concepts/claude-models
 */
export const modelTable: Readonly<Record<string, ModelRow>> = {
	"claude-fable-5-1": { anthropic: everywhere },
	"claude-fable-5": { anthropic: everywhere },
	"claude-mythos-5-1": { anthropic: everywhere },
	"claude-mythos-5": { anthropic: everywhere },
	"claude-mythos-preview": { anthropic: everywhere },
	"claude-opus-5-5": { anthropic: everywhere, azure: alsoInZone },
	"claude-opus-5": { anthropic: everywhere, azure: alsoInZone },
	"claude-opus-4-8": { anthropic: everywhere, azure: alsoInZone },
	"claude-opus-4-7": { anthropic: everywhere },
	"claude-opus-4-6": { anthropic: everywhere },
	"claude-opus-4-5": { anthropic: everywhere },
	"claude-sonnet-5-5": { anthropic: everywhere, azure: alsoInZone },
	"claude-sonnet-5": { anthropic: everywhere, azure: alsoInZone },
	"claude-sonnet-4-6": { anthropic: everywhere },
	"claude-sonnet-4-5": { anthropic: everywhere },
	"claude-haiku-5-5": { anthropic: everywhere, azure: alsoInZone },
	"claude-haiku-4-5": { anthropic: everywhere, azure: everywhere },
};

export function modelRow(model: string): ModelRow | undefined {
	return Object.hasOwn(modelTable, model) ? modelTable[model] : undefined;
}

/**
 * Regions of accounts that Claude models are deployed in, and the data zone of each; there is none for Claude outside of
 * the United States.
 * https://learn.microsoft.com/azure/foundry/foundry-models/how-to/use-foundry-models-claude
 */
export const locations: Readonly<Record<string, { readonly zone?: DataZone }>> = {
	eastus2: { zone: "us" },
	swedencentral: {},
};

/** Where calls of `DataZoneStandard` stay. */
export const dataZones = ["us"] as const;
export type DataZone = (typeof dataZones)[number];
