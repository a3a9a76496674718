import { type Purpose, purposeOf, purposes } from "../cloud/purpose.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { groupBy } from "../group-by.js";
import { DeploymentError, located } from "../problem.js";
import { type PlannedPart, plannedParts } from "../review/planned-parts.js";
import { type Output, printJson } from "./output.js";
import { readDeployment } from "./read-deployment.js";

export interface PlanOptions extends RepositoryOptions {
	readonly json?: boolean;
}

/** Shows what a deployment has created in clouds, without any of them. */
export async function plan(file: string, options: PlanOptions, output: Output): Promise<void> {
	const read = await readDeployment(file, options, output);
	const { value: parts, problems } = plannedParts(read, read.registries);
	if (!parts) throw new DeploymentError(located(problems, read.locate));
	const { name } = read.deployment;
	if (options.json) printJson(output, document(name, parts));
	else print(name, parts, output);
}

function document(deployment: string, parts: readonly PlannedPart[]) {
	return {
		schemaVersion: 1,
		deployment,
		parts: parts.map(({ block, group, resources, policies, uses }) => ({
			block,
			...(group !== undefined && { group }),
			resources: resources.map(({ id, type, name, meter, kept = false, properties }) => ({
				id,
				type,
				name,
				purpose: purposeOf(type),
				meter,
				kept,
				properties,
			})),
			policies,
			uses,
		})),
		costs: costsOf(parts),
	};
}

/** Each kind of thing that is paid for, with how many of it there are; what is used has no number. */
function costsOf(parts: readonly PlannedPart[]) {
	const all = parts.flatMap(({ resources, uses }) => [
		...resources.map(({ type, meter }) => ({ type, meter, isCreated: true })),
		...uses.map(({ type, meter }) => ({ type, meter, isCreated: false })),
	]);
	const paid = groupBy(
		all.filter(({ meter }) => meter !== "free"),
		({ type, meter }) => `${type} ${meter}`,
	);
	return [...paid.values()].flatMap((same) => {
		const [first] = same;
		if (!first) return [];
		const { type, meter, isCreated } = first;
		return [{ type, meter, ...(isCreated && { count: same.length }) }];
	});
}

const titles: Readonly<Record<Purpose, string>> = {
	access: "who may do what",
	network: "ways in the network",
	records: "records and files",
	models: "models and what they are part of",
	telemetry: "what takes telemetry",
	bounds: "bounds on use and cost",
};

function print(deployment: string, parts: readonly PlannedPart[], { result, colors }: Output): void {
	const { bold, dim } = colors;
	const count = parts.reduce((sum, { resources }) => sum + resources.length, 0);
	if (count === 0) {
		result(`${bold(deployment)} creates nothing in any cloud`);
		return;
	}
	result(`${bold(deployment)} has ${count} ${count === 1 ? "resource" : "resources"} created`);
	for (const { block, group, resources } of parts) {
		result("");
		result(bold(group === undefined ? block : `${block} of group ${group}`));
		const byPurpose = groupBy(resources, ({ type }) => purposeOf(type));
		for (const purpose of purposes) {
			const those = byPurpose.get(purpose) ?? [];
			if (those.length === 0) continue;
			result(`  ${dim(titles[purpose])}`);
			for (const [type, same] of groupBy(those, (each) => each.type)) {
				result(`    ${same.length} ${type}${same[0]?.meter === "free" ? "" : `, paid ${same[0]?.meter}`}`);
			}
		}
	}
	const costs = costsOf(parts);
	result("");
	result(bold("What is paid for"));
	if (costs.length === 0) result("  nothing");
	for (const cost of costs) result(`  ${cost.type}${"count" in cost ? ` (${cost.count})` : ""}: ${cost.meter}`);
}
