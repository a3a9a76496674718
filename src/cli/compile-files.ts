import { compilePerimeter, type PerimeterCompilation } from "../bundle/compile-perimeter.js";
import { type DeploymentPerimeter, deploymentPerimeter } from "../bundle/shared-perimeter.js";
import { planWith } from "../deployment/plan-with.js";
import { sharedBlocks } from "../firewall/shared-blocks.js";
import type { Outcome } from "../outcome.js";
import { DeploymentError, distinctProblems, isError, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import { type Compiled, type CompileFileOptions, compileFile, progressTo } from "./compile-file.js";
import type { Output } from "./output.js";
import { checkDeployment, type ReadDeployment, type WrittenDeployment } from "./read-deployment.js";
import { checkNames, findProblems } from "./together.js";

/** Deployments that are compiled together. */
export interface CompiledTogether {
	readonly deployments: readonly Compiled[];
	readonly perimeter: PerimeterCompilation;
	/** Of the perimeter alone. */
	readonly warnings: readonly Problem[];
}

/**
 * Compiles several deployments, and what they need together.
 *
 * @throws DeploymentError with every problem of all of them
 */
export async function compileFiles(
	files: readonly WrittenDeployment[],
	output: Output,
	{ redact = false }: Pick<CompileFileOptions, "redact">,
): Promise<CompiledTogether> {
	const problems: Problem[] = checkNames(files);
	const report = progressTo(output);
	const compiled: Compiled[] = [];
	const members: DeploymentPerimeter[] = [];
	const registries: Registries[] = [];
	for (const file of files) {
		const read = await findProblems(problems, () => checkDeployment(file));
		if (!read) continue;
		const made = await findProblems(problems, () => compileFile(read, output, { report, redact }));
		if (made) compiled.push(made);
		members.push(memberOf(read, made));
		registries.push(read.registries);
	}
	const told = [...problems, ...compiled.flatMap(({ warnings }) => warnings)];
	const shared = await sharedBy(members, registries, { isWhole: members.length === files.length, told });
	const all = [...told, ...shared.problems];
	if (!shared.value || all.some(isError)) throw new DeploymentError(distinctProblems(all));
	return { deployments: compiled, perimeter: shared.value, warnings: shared.problems };
}

function memberOf(read: ReadDeployment, made: Compiled | undefined): DeploymentPerimeter {
	const plan = made?.compilation.plan ?? planWith(read.registries, read);
	return deploymentPerimeter(read.deployment, plan, read.locate);
}

async function sharedBy(
	members: readonly DeploymentPerimeter[],
	each: readonly Registries[],
	{ isWhole, told }: { readonly isWhole: boolean; readonly told: readonly Problem[] },
): Promise<Outcome<PerimeterCompilation>> {
	const [first, ...others] = members;
	const [some] = each;
	if (!first || !some) return { problems: [] };
	const registries = { ...some, firewall: Object.assign({}, ...each.map(({ firewall }) => firewall)) };
	// What the others would add to the hosts is not known.
	if (!isWhole) return { problems: sharedBlocks(members, registries.firewall).problems };
	return compilePerimeter([first, ...others], registries, told);
}
