import type { PolicyDocument } from "../../../src/cloud/iam-policy.js";
import type { PlannedResource } from "../../../src/cloud/planned-resource.js";
import type { CloudPlan } from "../../../src/inference/cloud-plan.js";
import type { Outcome } from "../../../src/outcome.js";
import { formatProblem } from "../../../src/problem.js";

/** The plan of a request that nothing is wrong with. */
export function planned<Plan extends CloudPlan>({ value, problems }: Outcome<Plan>): Plan {
	if (!value) throw new Error(problems.map(formatProblem).join("\n"));
	return value;
}

/** What is wrong, as the command prints it, but for the subscription that every plan of a new account asks for. */
export function problemsOf({ problems }: Outcome<unknown>): string[] {
	return problems.filter(({ code }) => code !== "model-agreement").map(formatProblem);
}

/** What stands in the way of a plan, without what it warns of. */
export function errorsOf(outcome: Outcome<unknown>): string[] {
	return problemsOf(outcome).filter((line) => !line.startsWith("warning: "));
}

export function policyIn({ policies }: CloudPlan, name: string): PolicyDocument {
	const document = policies[name];
	if (!document) throw new Error(`the plan has no policy ${name}, but ${Object.keys(policies).join(", ")}`);
	// Whatever planned it made it a policy of IAM's.
	return document as PolicyDocument;
}

export function resourceIn({ resources }: CloudPlan, id: string): PlannedResource {
	const found = resources.find((each) => each.id === id);
	if (!found) throw new Error(`the plan has no ${id}, but ${resources.map((each) => each.id).join(", ")}`);
	return found;
}

/** Ids of what is created. */
export function idsIn({ resources }: CloudPlan): string[] {
	return resources.map(({ id }) => id);
}
