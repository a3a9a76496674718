import { error, type Problem, warning } from "../problem.js";

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

/** Whether an id is the word of a family, with or without a version: a name that the app takes on every route. */
export function isFamilyName(id: string): boolean {
	return /^(sonnet|opus|haiku|fable|mythos)(-[\d.]+)?$/.test(bareModelId(id));
}

/** The family that an id names, or undefined where it names none, as an opaque ARN. */
export function tierOf(id: string): FamilyTier | undefined {
	const name = id.toLowerCase();
	return familyTiers.find((tier) => name.includes(tier));
}

/** The app takes an alias on every route, and finds no model by it where it does not ask the provider for its models. */
export const aliasNotResolved: readonly Problem[] = [
	warning(
		"model-alias",
		[],
		"is an alias, which resolves only where the app asks the provider for its models; give the full model id",
	),
];

/** What services that have no other models get to hear; the app takes no other name there. */
export const noModelOfAnthropic: readonly Problem[] = wrongModel(
	"names no model of Anthropic, so the app refuses it; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id",
);

/** What is wrong with a model id, in words that do not repeat one that is not understood. */
export function wrongModel(message: string): Problem[] {
	return [error("model-id", [], message)];
}
