import { bareModelId } from "./model-id.js";
import { listedModels } from "./models.js";

/**
 * The listed models whose provider shares conversations for review, whatever else a route states:
 * those of the Fable family, by id or by `anthropicFamilyTier`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html
 */
export function modelsNeedingDataSharing(models: unknown): string[] {
	const shared = listedModels(models).filter(({ id, tier }) => tier === "fable" || /fable/i.test(id));
	return [...new Set(shared.map(({ id }) => bareModelId(id)))];
}
