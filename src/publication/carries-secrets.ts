import { carriesSecret } from "../configuration/carries-secret.js";
import { isDeliveredBy } from "../configuration/delivered-by.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { deliveryOf } from "../deployment/check-delivery.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { chosenBlocks, eachPlatform } from "../profiles/chosen-formats.js";
import { deliveryOfFormat } from "../profiles/format.js";
import type { Registries } from "../registries.js";

/** Whether some profile of a deployment holds a secret, once it is rendered with all values. */
export function carriesSecrets(
	deployment: ParsedDeployment,
	configurations: Iterable<ManagedConfiguration>,
	{ profiles }: Pick<Registries, "profiles">,
): boolean {
	return [...configurations].some(({ group, settings, platforms }) => {
		const secret = [...settings].filter(([key, { value }]) => carriesSecret(key, value)).map(([key]) => key);
		if (secret.length === 0) return false;
		const delivery = deliveryOf(deployment, group);
		const chosen = chosenBlocks(deployment.profiles, profiles, platforms, delivery);
		return [...eachPlatform(chosen, profiles, platforms)].some(
			({ format, options }) =>
				!format.withoutSecrets?.(options) &&
				(delivery === "mdm" || secret.some((key) => isDeliveredBy(deliveryOfFormat(format), key))),
		);
	});
}
