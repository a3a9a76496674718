import type { PartRecipe } from "./part-recipe.js";

/**
 * A recipe on its way to the provider. As a structure, the program, the engine and the provider would each take every
 * value in it apart and put it together again. What state keeps is a structure all the same, which the provider gives back.
 */
export interface SentRecipe {
	readonly json: string;
}

export function sentRecipe(recipe: PartRecipe): SentRecipe {
	return { json: JSON.stringify(recipe) };
}

/** Where the engine ignores changes of it, what is sent is what state keeps. */
export function receivedRecipe(sent: SentRecipe | PartRecipe): PartRecipe {
	return "json" in sent ? JSON.parse(sent.json) : sent;
}
