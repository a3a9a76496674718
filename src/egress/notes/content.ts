import { modelsNeedingDataSharing, modelsOfUnknownFamily } from "../../inference/content-claim.js";
import type { EgressContext } from "../context.js";

/** Which models end the claim that a route makes. */
export function dataSharing(context: EgressContext): string[] {
	const models = context.value("inferenceModels");
	return [
		...modelsNeedingDataSharing(models).map((model) => `${model} needs it to be shared or retained for review`),
		...modelsOfUnknownFamily(models).map(
			(model) => `which model ${model} stands for is not known; state its anthropicFamilyTier`,
		),
	].map((why) => `no claim that conversation content stays with the provider: ${why}`);
}
