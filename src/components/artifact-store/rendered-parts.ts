import type { BundleFile } from "../../bundle/bundle.js";
import type { PartRecipe } from "./part-recipe.js";

/** Files of parts, from when a part was checked until it is published, in one run of the engine; never in state. */
const rendered = new Map<string, readonly BundleFile[]>();

export function keepRendered(owner: string, part: string, files: readonly BundleFile[]): void {
	rendered.set(`${owner} ${part}`, files);
}

export function findRendered(owner: string, part: string): readonly BundleFile[] | undefined {
	return rendered.get(`${owner} ${part}`);
}

export function dropRendered(owner: string, part: string): void {
	rendered.delete(`${owner} ${part}`);
}

/** A part's name among those of its deployment. */
export function partName(recipe: KeptRecipe): string {
	if ("group" in recipe) return `group-${recipe.group.identity.group}`;
	return "perimeter" in recipe ? "perimeter" : "manifest";
}

type Kept<Recipe> = Recipe extends { readonly perimeter: infer Part }
	? { readonly perimeter: Omit<Part, "egress" | "cloud"> }
	: Recipe extends { readonly manifest: infer Part }
		? { readonly manifest: Omit<Part, "files"> }
		: Recipe;

/** What of a recipe is kept in state: not what the deployment's other resources hold already. */
export type KeptRecipe = Kept<PartRecipe>;

export function keptRecipe(recipe: PartRecipe): KeptRecipe {
	if ("group" in recipe) return recipe;
	if ("manifest" in recipe) return { manifest: { inputDigest: recipe.manifest.inputDigest } };
	const { egress: _, cloud: __, ...rest } = recipe.perimeter;
	return { perimeter: rest };
}
