import { error, type Problem } from "../problem.js";

/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencemodels */
export const familyTiers = ["sonnet", "opus", "haiku", "fable", "mythos"] as const;
/** Words of which the app wants one in an id where it looks for models of Anthropic. */
export const familyWord = /claude|sonnet|opus|haiku|fable|mythos|anthropic/i;
type FamilyTier = (typeof familyTiers)[number];

/** The id without the `[1m]` that asks for the variant with a context of a million tokens. */
export function bareModelId(id: string): string {
	return id.replace(/\[1m\]$/i, "");
}

/** Whether the app has to ask the provider which model is meant. */
export function isModelAlias(id: string): boolean {
	return familyTiers.some((tier) => tier === bareModelId(id));
}

/** The family that an id names, or undefined where it names none, as an opaque ARN. */
export function tierOf(id: string): FamilyTier | undefined {
	const name = id.toLowerCase();
	return familyTiers.find((tier) => name.includes(tier));
}

/** An alias does not work where the app does not ask the provider for its models. */
export const aliasNotResolved = wrongModel(
	"is an alias, which resolves only where the app asks the provider for its models; give the full model id",
);

/** What is wrong with a model id, in words that do not repeat one that is not understood. */
export function wrongModel(message: string): Problem[] {
	return [error("model-id", [], message)];
}
