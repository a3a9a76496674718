import { made, type Outcome, refused } from "../../../outcome.js";
import { isError } from "../../../problem.js";
import { withTokens } from "../../../reference/walk.js";
import type { CloudPlan } from "../../cloud-plan.js";
import { joinPlans } from "../../join-plans.js";
import { dataSharingCommands } from "../models/data-sharing.js";
import { planAllowedModels } from "./allowed-models.js";
import { planAudit } from "./audit.js";
import { checkFoundation } from "./check-foundation.js";
import { planModels } from "./models.js";
import type { VertexFoundationOptions } from "./options.js";
import { planPerimeter } from "./perimeter.js";
import { planQuotas } from "./quotas.js";
import { plannedServices } from "./services.js";
import { planWorkforce } from "./workforce-pool.js";

/** Everything that a foundation creates, as plain data. */
export interface VertexFoundationPlan extends CloudPlan {
	/**
	 * Commands that let Anthropic have what is sent to the models that demand it, by model: a decision about the whole
	 * project that nothing here takes.
	 */
	readonly dataSharingCommands: Readonly<Record<string, string>>;
}

/** Options as a program gives them, with references to what it knows only later. */
export function planVertexFoundation(given: VertexFoundationOptions): Outcome<VertexFoundationPlan> {
	const problems = checkFoundation(given);
	if (problems.some(isError)) return refused(...problems);
	// They have passed the check, which says that they are plain data but for references.
	const options = withTokens(given as never) as unknown as VertexFoundationOptions;
	const services = plannedServices(options);
	// Google refuses what is asked of an API that is not enabled yet.
	const after = services.map(({ id }) => id);
	const plan = joinPlans([
		{ resources: services },
		planModels(options, after),
		planAllowedModels(options, after),
		...planAudit(options, after),
		planWorkforce(options, after),
		planPerimeter(options, after),
		planQuotas(options, after),
	]);
	const listed = [...(options.models ?? []), ...(options.allowedModels?.models ?? [])];
	return made({ ...plan, dataSharingCommands: dataSharingCommands(options.projectId, listed) }, problems);
}
