import { isObject } from "../json.js";
import { isLateReference } from "../reference/reference.js";
import { bareModelId } from "./model-id.js";
import { listedModels } from "./models.js";

/**
 * The listed models whose provider shares conversations for review, whatever else a route states:
 * those of the Fable family, by id or by `anthropicFamilyTier`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html
 */
export function modelsNeedingDataSharing(models: unknown): string[] {
	const shared = listedModels(withProfileModels(models)).filter(
		({ id, tier }) => tier === "fable" || /fable/i.test(id),
	);
	return distinctIds(shared);
}

/** The listed models of which neither the id nor `anthropicFamilyTier` tells the family, so that any may be behind them. */
export function modelsOfUnknownFamily(models: unknown): string[] {
	const opaque = /^arn:[^/]*:(?:application-inference-profile|provisioned-model)\//;
	return distinctIds(listedModels(models).filter(({ id, tier }) => tier === undefined && opaque.test(id)));
}

/** The list with the model that answers in the place of each entry that the cloud has yet to create. */
function withProfileModels(models: unknown): unknown {
	if (!Array.isArray(models)) return models;
	return models.map((entry: unknown) => {
		if (!isObject(entry) || !isLateReference(entry.name)) return entry;
		return { ...entry, name: entry.name.fromCloud.model };
	});
}

function distinctIds(models: readonly { readonly id: string }[]): string[] {
	return [...new Set(models.map(({ id }) => bareModelId(id)))];
}
