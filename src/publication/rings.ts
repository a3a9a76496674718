import type { ParsedDeployment } from "../deployment/deployment.js";
import type { Registries } from "../registries.js";
import type { HeldRings } from "./publish-options.js";

/** A ring as a deployment plans it. */
export interface PlannedRing {
	readonly ring: string;
	/** The revision that it is held at. @default - it follows the newest */
	readonly hold?: string;
}

/** The ring of a deployment that names none. */
export const onlyRing = "all";

/** The rings of one scope, in the order of the deployment. */
export function plannedRings(rings: readonly string[] = [onlyRing], held: HeldRings = {}): readonly PlannedRing[] {
	return rings.map((ring) => {
		const hold = Object.hasOwn(held, ring) ? held[ring]?.hold : undefined;
		return { ring, ...(hold !== undefined && { hold }) };
	});
}

/**
 * Words of the stores that keep revisions: those that plan where things go do in any case, and a folder where rings are
 * named; otherwise it holds the bundle as it is.
 */
export function storesWithRevisions(
	{ publish, publication }: Pick<ParsedDeployment, "publish" | "publication">,
	{ stores }: Pick<Registries, "stores">,
): readonly string[] {
	const isRinged = publication?.rings !== undefined;
	return Object.keys(publish).filter((word) => {
		const store = Object.hasOwn(stores, word) ? stores[word] : undefined;
		return store !== undefined && (store.plan !== undefined || isRinged);
	});
}
