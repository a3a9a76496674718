import { loadDeployment } from "../deployment/load.js";
import { type ParseResult, parseDeployment } from "../deployment/parse.js";
import { type RepositoryOptions, repositoryFiles } from "../deployment/repository-files.js";
import type { Locate } from "../problem.js";
import { withFiles } from "./file-fault.js";

/** Reads and checks a deployment file; what is wrong with it surfaces as a DeploymentError. */
export function readDeployment(file: string, options: RepositoryOptions): ParseResult & { readonly locate: Locate } {
	const loaded = withFiles(`read ${file}`, () => loadDeployment(file, repositoryFiles(file, options)));
	const parsed = parseDeployment(loaded.value, { locate: loaded.locate, found: loaded.problems });
	return { ...parsed, locate: loaded.locate };
}
