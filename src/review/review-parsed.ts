import { perimeterPart } from "../bundle/part.js";
import { perimeterRules } from "../bundle/part-rules.js";
import type { ConfiguredDeployment } from "../deployment/configured.js";
import { planDeployment } from "../deployment/plan.js";
import { made, type Outcome } from "../outcome.js";
import { type Locate, located } from "../problem.js";
import type { Registries } from "../registries.js";
import { reviewDeployment } from "./review-deployment.js";
import type { ReviewedDeployment } from "./reviewed-deployment.js";

/** What a deployment means, without any of its files. Refused where a firewall cannot hold what it needs. */
export function reviewParsed(
	parsed: ConfiguredDeployment,
	registries: Registries,
	locate?: Locate,
): Outcome<ReviewedDeployment> {
	const { deployment } = parsed;
	const plan = planDeployment(parsed, registries);
	const rules = perimeterRules(perimeterPart(deployment, plan, registries), registries);
	const problems = located(rules.problems, locate);
	if (!rules.value) return { problems };
	return made(reviewDeployment(deployment, { plan, rules: rules.value }, locate), problems);
}
