import type { Problem } from "../../problem.js";
import type { CollectorRequest } from "../collector-host.js";
import { checkCollectorOnEcs } from "./check-collector.js";
import { checkPlace } from "./check-place.js";
import { checkTask } from "./check-task.js";
import type { EcsProvision } from "./options.js";

/** What is wrong with a block that fits its shape, and what people must know of it; paths from the deployment's root. */
export function checkEcs(request: CollectorRequest, ecs: EcsProvision): Problem[] {
	return [...checkCollectorOnEcs(request), ...checkPlace(request, ecs), ...checkTask(request, ecs)];
}
