import { loadDeployment } from "../deployment/load.js";
import { type ParseResult, parseWith } from "../deployment/parse-with.js";
import { type RepositoryOptions, repositoryFiles } from "../deployment/repository-files.js";
import { loadRegistries } from "../load-registries.js";
import type { Locate } from "../problem.js";
import type { Registries } from "../registries.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";

/** A deployment of a file, with the variants that it uses. */
export interface ReadDeployment extends ParseResult {
	readonly locate: Locate;
	readonly registries: Registries;
}

const howProgramsAreChecked =
	"which `pulumi preview` checks before anything is registered; name a deployment file in YAML or JSON, or a stack's file with one";

/** Reads and checks a deployment file; what is wrong with it surfaces as a DeploymentError. */
export async function readDeployment(file: string, options: RepositoryOptions): Promise<ReadDeployment> {
	if (/\.[cm]?[jt]sx?$/i.test(file)) throw new CommandExit(2, `${file} is a program, ${howProgramsAreChecked}`);
	const { value, locate, problems } = withFiles(`read ${file}`, () =>
		loadDeployment(file, repositoryFiles(file, options)),
	);
	const registries = await loadRegistries(value);
	return { ...parseWith(registries, value, { locate, found: problems }), locate, registries };
}
