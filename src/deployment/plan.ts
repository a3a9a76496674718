import { type Registries, registries as shipped } from "../registries.js";
import { type DeploymentPlan, type PlannableDeployment, planWith } from "./plan-with.js";

/** What a deployment comes to, before anything is rendered. */
export function planDeployment(
	parsed: PlannableDeployment,
	{ registries = shipped }: { readonly registries?: Pick<Registries, "routes"> } = {},
): DeploymentPlan {
	return planWith(registries, parsed);
}
