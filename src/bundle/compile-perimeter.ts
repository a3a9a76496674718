import { sharedFolder } from "../deployment/shared-folder.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { sharedBlocks } from "../firewall/shared-blocks.js";
import { made, type Outcome } from "../outcome.js";
import { formatProblem, isError, located, type Problem, withWordsBefore } from "../problem.js";
import type { Registries } from "../registries.js";
import { assembleBundle } from "./assemble-bundle.js";
import type { Bundle } from "./bundle.js";
import type { PerimeterPart } from "./part.js";
import { perimeterFiles } from "./part-files.js";
import { perimeterRules } from "./part-rules.js";
import { type DeploymentPerimeter, sharedDigest, sharedPart } from "./shared-perimeter.js";

export interface PerimeterCompilation {
	readonly part: PerimeterPart;
	readonly rules: readonly BlockRules[];
	readonly bundle: Bundle;
}

/** What deployments that are compiled together need together, with rule sets of the blocks that all have. */
export async function compilePerimeter(
	deployments: readonly [DeploymentPerimeter, ...DeploymentPerimeter[]],
	registries: Registries,
	/** What was said of each deployment's own rule sets, which is not said of these once more. */
	told: readonly Problem[],
): Promise<Outcome<PerimeterCompilation>> {
	const shared = sharedBlocks(deployments, registries.firewall);
	if (!shared.value) return { problems: shared.problems };
	const { blocks, notes } = shared.value;
	const united = sharedPart({ name: sharedFolder, deployments, firewall: blocks, notes }, registries);
	const found = [...shared.problems, ...united.problems];
	if (!united.value) return { problems: found };
	const part = united.value;
	const { value: rules, problems: ofRules } = perimeterRules(part, registries);
	const problems = [...found, ...located(besides(told, ofRules), deployments[0].locate)];
	if (!rules) return { problems };
	const { value: rendered, problems: ofFiles } = await perimeterFiles(part, rules, registries);
	const all = [...problems, ...ofFiles];
	if (!rendered || all.some(isError)) return { problems: all };
	return made({ part, rules, bundle: assembleBundle(sharedFolder, sharedDigest(part), rendered) }, all);
}

function besides(told: readonly Problem[], problems: readonly Problem[]): Problem[] {
	// Where each was said may be another file.
	const textOf = ({ location: _, ...problem }: Problem) => formatProblem(problem);
	const said = new Set(told.map(textOf));
	return problems
		.filter((problem) => !said.has(textOf(problem)))
		.map((problem) => withWordsBefore("for all deployments together, ", problem));
}
