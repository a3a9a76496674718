import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { firstDeployment } from "../deployment/first-deployment.js";
import { loadDeployment } from "../deployment/load.js";
import { parseWith } from "../deployment/parse-with.js";
import { loadEveryVariant } from "../load-registries.js";
import { formatPath } from "../path.js";
import { DeploymentError, isError, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import type { Ask } from "./converse.js";
import { withFiles } from "./file-fault.js";
import { type FirstAnswers, firstAnswers } from "./first-answers.js";
import { refuseTarget } from "./new-deployment-file.js";
import { printNextSteps } from "./next-steps.js";
import type { Output } from "./output.js";
import { refuseOtherSchema, schemaName, writeSchema } from "./schema-beside.js";

export interface InitOptions extends Partial<FirstAnswers> {
	readonly out: string;
}

/** Writes a first deployment file, and its JSON Schema beside it; asks for what is not said, where a terminal can. */
export async function init({ out, ...given }: InitOptions, output: Output): Promise<void> {
	refuseTarget(out);
	refuseOtherSchema(out);
	const registries = await loadEveryVariant();
	const uuid = randomUUID();
	const fileOf = (answers: FirstAnswers) =>
		firstDeployment({ ...answers, uuid, schema: `./${schemaName}` }, registries);
	const check = (answers: FirstAnswers) => errorsOf(out, fileOf(answers).text, registries);
	const asking = { routes: Object.keys(registries.routes), check, notice: output.notice };
	const answer = (ask?: Ask) => firstAnswers(given, { ...asking, ...(ask && { ask }) });
	const answers = await (output.converser()?.(answer) ?? answer());
	const problems = check(answers);
	if (problems.length > 0) throw new DeploymentError(problems);
	const ofSchema = writeSchema(out, registries);
	output.result(ofSchema);
	const { text, standIns, secrets } = fileOf(answers);
	withFiles("write", out, () => writeFileSync(out, text, { flag: "wx" }));
	const variables = secrets.map(({ name, path }) => ({ name, what: `for ${formatPath(path)}` }));
	printNextSteps({ out, standIns, secrets: variables }, output);
}

/** What `synth` would find wrong with a file. */
function errorsOf(file: string, text: string, registries: Registries): readonly Problem[] {
	const { value, locate, problems } = loadDeployment(file, () => text);
	try {
		parseWith(registries, value, { locate, found: problems });
		return [];
	} catch (fault) {
		if (fault instanceof DeploymentError) return fault.problems.filter(isError);
		throw fault;
	}
}
