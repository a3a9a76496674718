import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { checkRules } from "../configuration/rules/index.js";
import type { Prerequisite } from "../inference/route.js";
import { formatPath } from "../path.js";
import { isError } from "../problem.js";
import type { Registries } from "../registries.js";
import type { ParsedDeployment } from "./deployment.js";
import type { DeploymentPlan } from "./plan-with.js";
import { manualSteps } from "./provision.js";

/** What a group waits for that nothing here does, and what is doubtful about its settings. No other group is in it. */
export function waitsOf(
	deployment: ParsedDeployment,
	{ cloud, collector }: Pick<DeploymentPlan, "cloud" | "collector">,
	configuration: ManagedConfiguration,
	registries: Pick<Registries, "routes">,
): Prerequisite[] {
	const setting = (key: string) => configuration.settings.get(key)?.value;
	const route = registries.routes[String(setting("inferenceProvider"))];
	const steps = [...manualSteps(deployment, configuration.group, registries), ...(collector?.manual ?? [])];
	const doubtful = checkRules(configuration, registries.routes).filter((problem) => !isError(problem));
	return [
		...steps.map(({ code, message }) => ({ code, message })),
		...(route?.prerequisites?.(setting, cloud !== undefined) ?? []),
		...doubtful.map(({ code, path, message }) => ({ code, message: `${formatPath(path)} ${message}` })),
	];
}
