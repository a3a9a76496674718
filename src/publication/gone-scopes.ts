import type { OpenedStore } from "../object-store/object-reader.js";
import { made, type Outcome } from "../outcome.js";
import type { PlannedScope } from "./check-published.js";
import { type PublishedScope, scopeFolder } from "./layout.js";
import { type Stock, takeStock } from "./stock.js";

/** Scopes with pointers that a deployment does not name any more: devices that read them stay where they are. */
export function goneIn(
	{ scopes }: Pick<Stock, "scopes">,
	declared: readonly PlannedScope[],
): readonly PublishedScope[] {
	const folders = new Set(declared.map(({ scope }) => scopeFolder(scope)));
	return scopes
		.filter(({ scope, rings }) => rings.length > 0 && !folders.has(scopeFolder(scope)))
		.map(({ scope }) => scope);
}

/** The same of a store of which nobody has taken stock. */
export async function findGone(
	{ general }: Pick<OpenedStore, "general">,
	deployment: string,
	declared: readonly PlannedScope[],
): Promise<Outcome<readonly PublishedScope[]>> {
	const { exists } = await general.place();
	if (!exists) return made([]);
	const { value: stock, problems } = await takeStock({ general }, deployment);
	return stock ? made(goneIn(stock, declared)) : { problems };
}
