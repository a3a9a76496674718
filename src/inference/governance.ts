import type { Metered } from "../cloud/planned-resource.js";
import { compareText } from "../json.js";
import type { AnsweredModel, CloudPlan } from "./cloud-plan.js";

/** What a plan comes to, for whoever bounds what accounts may do and pays the bill. May hold tokens. */
export interface Governance {
	/** Every action that some policy allows, sorted. */
	readonly actions: readonly string[];
	/** Every resource that those actions are allowed on, sorted. */
	readonly resources: readonly string[];
	/** Everything that is created. */
	readonly created: readonly CreatedResource[];
	/** Where calls of models are answered, which is where a bound on regions has to let them through. */
	readonly answers: readonly AnsweredModel[];
	/** What it costs, by kind of resource. */
	readonly costs: readonly Metered[];
}

export interface CreatedResource {
	/** In the vendor's words. */
	readonly type: string;
	readonly name: string;
}

/** Something that a policy lets be done, in the cloud's own words. */
export interface AllowedStatement {
	readonly actions: readonly string[];
	readonly resources: readonly string[];
}

/** With what the plan's policies allow, which each cloud reads for itself. */
export function governanceWith(
	statements: readonly AllowedStatement[],
	{ resources, answers, uses }: CloudPlan,
): Governance {
	const costs = new Map([...resources, ...uses].map(({ type, meter }) => [type, { type, meter }]));
	return {
		actions: distinctTexts(statements.flatMap(({ actions }) => actions)),
		resources: distinctTexts(statements.flatMap((statement) => statement.resources)),
		created: resources.map(({ type, name }) => ({ type, name })),
		answers,
		costs: [...costs.values()],
	};
}

function distinctTexts(texts: readonly string[]): string[] {
	return [...new Set(texts)].sort(compareText);
}
