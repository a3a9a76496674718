import * as pulumi from "@pulumi/pulumi";
import { type DeploymentPerimeter, deploymentPerimeter } from "../bundle/shared-perimeter.js";
import { type LoadedDeployment, loadDeployment } from "../deployment/load.js";
import { parseDeployment } from "../deployment/parse.js";
import { planWith } from "../deployment/plan-with.js";
import { repositoryFiles } from "../deployment/repository-files.js";
import { isMissing, reasonOf } from "../files/fault.js";
import { RefusedFile } from "../files/regular-file.js";
import { made, type Outcome, refused } from "../outcome.js";
import type { Path } from "../path.js";
import { DeploymentError, error, type Problem } from "../problem.js";
import { registries } from "../registries.js";
import type { CoworkDeployment } from "./cowork-deployment.js";
import { inProject } from "./in-project.js";

/** What deployments bring to a perimeter. */
export interface SharedDeployments {
	/** Those that are valid, in the order they are given in. */
	readonly found: readonly DeploymentPerimeter[];
	/** Of all of them. */
	readonly problems: readonly Problem[];
}

export function sharedDeployments(given: readonly (Pick<CoworkDeployment, "shared"> | string)[]): SharedDeployments {
	const each = given.map((one, index) => {
		const at = ["deployments", index];
		return typeof one === "string" ? fromFile(one, at) : fromComponent(one, at);
	});
	return { found: each.flatMap(({ value }) => value ?? []), problems: each.flatMap(({ problems }) => problems) };
}

/** A program in JavaScript can pass whatever it likes. */
function fromComponent(
	given: Partial<Pick<CoworkDeployment, "shared">> | undefined,
	at: Path,
): Outcome<DeploymentPerimeter> {
	if (given?.shared) return made(given.shared);
	return refused(
		error("no-deployment", at, "is no deployment; expected a CoworkDeployment, or the path of a deployment file"),
	);
}

/** The file is relative to the root of the project, and what stands in it is found there. */
function fromFile(file: string, at: Path): Outcome<DeploymentPerimeter> {
	try {
		const { value, problems: found, locate } = load(file);
		const parsed = parseDeployment(value, { found, locate });
		return made(deploymentPerimeter(parsed.deployment, planWith(registries, parsed), locate), parsed.warnings);
	} catch (fault) {
		if (fault instanceof DeploymentError) return { problems: fault.problems };
		return refused(error("cannot-read", at, `cannot read ${file}: ${whyNotRead(fault)}`));
	}
}

/** Under the name that the program gives it, which is the same on every machine. */
function load(file: string): LoadedDeployment {
	const allowOutside = new pulumi.Config().getBoolean("allowOutside") ?? false;
	const read = repositoryFiles(inProject(file), { allowOutside });
	return loadDeployment(file, (name) => read(inProject(name)));
}

/** @throws what is no refusal of the system's */
function whyNotRead(fault: unknown): string {
	if (isMissing(fault)) return "there is no such file; paths are relative to the root of the project";
	if (fault instanceof RefusedFile) return fault.message;
	if (fault instanceof Error && "syscall" in fault) return reasonOf(fault);
	throw fault;
}
