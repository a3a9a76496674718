import type { ListedFile } from "../../bundle/manifest.js";
import type { PublicationIndex } from "../../publication/publication-index.js";
import type { LocalRevision } from "./local-revision.js";
import type { PartRecipe } from "./part-recipe.js";

/** A file with its digest, and with its bytes, which are in no state. */
interface RenderedFile extends ListedFile {
	readonly content: Uint8Array;
}

/** What a part comes to: every file, and where revisions are kept how they lie. */
export interface RenderedPart {
	readonly files: readonly RenderedFile[];
	readonly revision?: LocalRevision;
}

/** Files of parts, from when a part was checked until it is published, in one run of the engine. */
const rendered = new Map<string, RenderedPart>();

export function keepRendered(owner: string, part: KeptRecipe, files: RenderedPart): void {
	rendered.set(`${owner} ${partName(part)}`, files);
}

export function findRendered(owner: string, part: KeptRecipe): RenderedPart | undefined {
	return rendered.get(`${owner} ${partName(part)}`);
}

export function dropRendered(owner: string, part: KeptRecipe): void {
	rendered.delete(`${owner} ${partName(part)}`);
}

/** A part's name among those of its deployment. */
export function partName(recipe: KeptRecipe): string {
	if ("group" in recipe) return `group-${recipe.group.identity.group}`;
	if ("index" in recipe) return "index";
	return "perimeter" in recipe ? "perimeter" : "manifest";
}

type Kept<Recipe> = Recipe extends { readonly perimeter: infer Part }
	? { readonly perimeter: Omit<Part, "egress" | "beyond" | "cloud" | "stores"> }
	: Recipe extends { readonly manifest: infer Part }
		? { readonly manifest: Omit<Part, "files"> }
		: Recipe extends { readonly index: infer Part extends PublicationIndex }
			? { readonly index: Pick<Part, "deployment"> }
			: Recipe;

/** What of a recipe is kept in state: not what the deployment's other resources hold already. */
export type KeptRecipe = Kept<PartRecipe>;

export function keptRecipe(recipe: PartRecipe): KeptRecipe {
	if ("group" in recipe) return recipe;
	if ("manifest" in recipe) return { manifest: { inputDigest: recipe.manifest.inputDigest } };
	if ("index" in recipe) return { index: { deployment: recipe.index.deployment } };
	const { egress: _, cloud: __, beyond: ___, stores: ____, ...rest } = recipe.perimeter;
	return { perimeter: rest };
}
