import { planInference } from "../inference/plan-inference.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import type { Registries } from "../registries.js";
import type { SettingsContext } from "./check-settings.js";

/** What the rest of a deployment already says about managed keys. */
export function settingsContext(input: Record<string, unknown>, registries: Registries): SettingsContext {
	const plan = planInference(input.inference, ["inference"], registries.routes);
	const setElsewhere = new Map<string, Path>([...(plan?.settings ?? [])].map(([key, { path }]) => [key, path]));
	if (isObject(input.organization) && input.organization.uuid !== undefined) {
		setElsewhere.set("deploymentOrganizationUuid", ["organization", "uuid"]);
	}
	const ways = Object.values(plan?.route.signIn ?? {});
	const credentialKeys = ways.flatMap((way) => [way.key, ...Object.values(way.members ?? {}).map(({ key }) => key)]);
	return {
		provider: plan?.name,
		setElsewhere,
		credentialKeys: new Set(credentialKeys.filter((key) => key !== undefined)),
	};
}
