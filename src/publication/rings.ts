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
