import { isObject } from "../json.js";
import { DeploymentError, error, located, type Problem } from "../problem.js";
import type { WrittenDeployment } from "./read-deployment.js";

/** What work makes; where a deployment is invalid nothing, and its problems are found. */
export async function findProblems<Made>(found: Problem[], work: () => Promise<Made>): Promise<Made | undefined> {
	try {
		return await work();
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		for (const problem of fault.problems) found.push(problem);
		return undefined;
	}
}

/** Names that two deployments have: the folder of one would be the other's. */
export function checkNames(files: readonly WrittenDeployment[]): Problem[] {
	const first = new Map<unknown, WrittenDeployment>();
	return files.flatMap((file) => {
		const name = isObject(file.value) ? file.value.name : undefined;
		if (typeof name !== "string") return [];
		const before = first.get(name);
		first.set(name, before ?? file);
		if (!before) return [];
		const message = `is the name of the deployment in ${before.file} as well as in ${file.file}; give each a name of its own`;
		return located([error("same-deployment", ["name"], message)], file.locate);
	});
}
