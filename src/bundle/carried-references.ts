import { carriesSecret } from "../configuration/carries-secret.js";
import { type PlacedReference, placedReferences } from "../configuration/check-secret-text.js";
import { isDeliveredBy } from "../configuration/delivered-by.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { eachPlatform } from "../profiles/chosen-formats.js";
import { deliveryOfFormat } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import type { GroupPart } from "./part.js";

/** References whose values some file of a group carries. What none carries nobody has to know, or to keep. */
export function carriedReferences(
	configuration: ManagedConfiguration,
	{ profiles, platforms, delivery }: Pick<GroupPart, "profiles" | "platforms" | "delivery">,
	registries: Registries,
): readonly PlacedReference[] {
	const placed = placedReferences(configuration);
	if (delivery === undefined) return placed;
	const formats = eachPlatform(profiles, registries.profiles, platforms);
	return placed.filter(({ key, setting }) =>
		formats.some(
			({ format, options }) =>
				isDeliveredBy(deliveryOfFormat(format), key) &&
				!(format.withoutSecrets?.(options) && carriesSecret(key, setting.value)),
		),
	);
}
