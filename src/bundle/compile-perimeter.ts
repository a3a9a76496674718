import { sharedFolder } from "../deployment/shared-folder.js";
import { sharedBlocks } from "../firewall/shared-blocks.js";
import { made, type Outcome } from "../outcome.js";
import { isError, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import { assembleBundle } from "./assemble-bundle.js";
import type { Bundle } from "./bundle.js";
import { perimeterFiles } from "./part-files.js";
import {
	type DeploymentPerimeter,
	type SharedPerimeter,
	sharedDigest,
	uniteDeploymentPerimeters,
} from "./shared-perimeter.js";

export interface PerimeterCompilation extends SharedPerimeter {
	readonly bundle: Bundle;
}

/** What deployments that are compiled together need together, with rule sets of the blocks that all have. */
export async function compilePerimeter(
	deployments: readonly [DeploymentPerimeter, ...DeploymentPerimeter[]],
	registries: Registries,
	/** What was said of each deployment's own rule sets. */
	told: readonly Problem[],
): Promise<Outcome<PerimeterCompilation>> {
	const shared = sharedBlocks(deployments, registries.firewall);
	if (!shared.value) return { problems: shared.problems };
	const { blocks, notes } = shared.value;
	const request = { name: sharedFolder, deployments, firewall: blocks, notes, told };
	const united = uniteDeploymentPerimeters(request, registries);
	const rendered = united.value && (await perimeterFiles(united.value.part, united.value.rules, registries));
	const problems = [...shared.problems, ...united.problems, ...(rendered?.problems ?? [])];
	if (!united.value || !rendered?.value || problems.some(isError)) return { problems };
	const bundle = assembleBundle(sharedFolder, sharedDigest(united.value.part), rendered.value);
	return made({ ...united.value, bundle }, problems);
}
