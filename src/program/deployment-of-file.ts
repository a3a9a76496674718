import path from "node:path";
import type { CoworkDeployment } from "../components/cowork-deployment.js";
import { inProject } from "../components/in-project.js";
import { runError } from "../components/run-error.js";
import { loadDeployment } from "../deployment/load.js";
import { type RepositoryOptions, repositoryFiles } from "../deployment/repository-files.js";
import { reasonOf } from "../files/fault.js";
import { type DescribedOptions, deployDescribed } from "./deploy-described.js";

export interface DeploymentFileOptions extends DescribedOptions, RepositoryOptions {}

/**
 * The deployment that a file describes, as `pulumi-cowork synth` reads it: what the command checks is what is deployed.
 * The resource has the deployment's name.
 *
 * ```ts
 * const config = new pulumi.Config();
 * const deployment = await deploymentOfFile("deployment.yaml", {
 *   secrets: { GATEWAY_KEY: config.requireSecret("gatewayKey") },
 * });
 * ```
 *
 * @param file relative to the project's root; folders that it names are relative to that root too
 * @throws `pulumi.RunError` with every problem at its place in the file, before anything is registered
 */
export async function deploymentOfFile(file: string, options: DeploymentFileOptions = {}): Promise<CoworkDeployment> {
	const { secrets, opts, ...repository } = options;
	const described = inProject(file);
	const loaded = load(described, file, repository);
	return deployDescribed(loaded, { ...(secrets && { secrets }), ...(opts && { opts }) });
}

function load(described: string, file: string, repository: RepositoryOptions) {
	const named = path.relative(process.cwd(), described);
	try {
		return loadDeployment(named, repositoryFiles(named, repository));
	} catch (fault) {
		const why = fault instanceof Error ? reasonOf(fault) : String(fault);
		throw runError(`cannot read ${file}: ${why}`);
	}
}
