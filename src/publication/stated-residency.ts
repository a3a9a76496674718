import { isObject } from "../json.js";
import type { Registries } from "../registries.js";

/** Where a deployment says that its content stays. */
export interface StatedResidency {
	/** The cloud whose words they are, as the entry of the package. */
	readonly cloud: string;
	readonly places: readonly string[];
}

/** Undefined where it says nothing, or has not the form that could be read. */
export function statedResidency(
	inference: Readonly<Record<string, unknown>>,
	{ routes }: Pick<Registries, "routes">,
): StatedResidency | undefined {
	const [[word, block] = []] = Object.entries(inference);
	const cloud = word !== undefined && Object.hasOwn(routes, word) ? routes[word]?.provisioning?.cloud : undefined;
	const provision = isObject(block) ? block.provision : undefined;
	const places = isObject(provision) ? provision.residency : undefined;
	if (cloud === undefined || !Array.isArray(places)) return undefined;
	return { cloud, places: places.filter((place) => typeof place === "string") };
}
