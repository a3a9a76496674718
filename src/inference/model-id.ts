/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencemodels */
export const familyTiers = ["sonnet", "opus", "haiku", "fable", "mythos"] as const;
type FamilyTier = (typeof familyTiers)[number];

const aliases: readonly string[] = ["sonnet", "opus", "haiku"];

/** The id without the `[1m]` that asks for the variant with a context of a million tokens. */
export function bareModelId(id: string): string {
	return id.endsWith("[1m]") ? id.slice(0, -"[1m]".length) : id;
}

/** Whether the app has to ask the provider which model is meant. */
export function isModelAlias(id: string): boolean {
	return aliases.includes(bareModelId(id));
}

/** The family that an id names, or undefined where it names none, as an opaque ARN. */
export function tierOf(id: string): FamilyTier | undefined {
	const name = id.toLowerCase();
	return familyTiers.find((tier) => name.includes(tier));
}

/** Why an alias does not work where the app does not ask the provider for its models. */
export const aliasNotResolved =
	"is an alias, which resolves only where the app asks the provider for its models; give the full model id";
