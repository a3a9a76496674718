import { randomUUID } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deploymentSchema } from "../deployment/deployment-schema.js";
import { deploymentNameShape } from "../deployment/deployment-shape.js";
import { firstDeployment } from "../deployment/first-deployment.js";
import { nameShape } from "../deployment/name-shape.js";
import { prettyJson } from "../json.js";
import { suggestName } from "../nearest-name.js";
import { registries } from "../registries.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import { refuseInvalidName, refuseStanding } from "./new-deployment-file.js";
import type { Output } from "./output.js";

export interface InitOptions {
	readonly route?: string;
	readonly name?: string;
	readonly group?: string;
	readonly organization?: string;
	readonly out: string;
}

const schemaFile = "deployment.schema.json";

/** Writes a first deployment file, and its JSON Schema beside it; asks for what is not said, where a terminal can. */
export async function init(options: InitOptions, output: Output): Promise<void> {
	const { out } = options;
	refuseStanding(out);
	const routes = Object.keys(registries.routes);
	const answer = async (option: string | undefined, question: string, otherwise: string) =>
		option ?? ((await output.ask?.(`${question} [${otherwise}] `))?.trim() || otherwise);
	const route = await answer(options.route, `Where does inference come from: ${routes.join(", ")}?`, "gateway");
	if (!routes.includes(route)) throw new CommandExit(2, `no route "${route}"; ${suggestName(route, routes)}`);
	const organization = await answer(options.organization, "What is your organization called?", "Example Corp");
	const name = await answer(options.name, "What is the deployment called?", "cowork");
	refuseInvalidName("deployment", deploymentNameShape, name);
	const group = await answer(options.group, "What is the first group of users called?", "pilot");
	refuseInvalidName("group", nameShape, group);
	const uuid = randomUUID();
	const text = firstDeployment({ name, organization, uuid, route, group, schema: `./${schemaFile}` }, registries);
	const schema = path.join(path.dirname(out), schemaFile);
	withFiles("write", out, () => {
		writeFileSync(out, text, { flag: "wx" });
		if (!existsSync(schema)) writeFileSync(schema, prettyJson(deploymentSchema(registries)));
	});
	output.result(`${out} was written, and ${schema} for editors. Next:`);
	output.result(`  pulumi-cowork synth ${out} --out out`);
}
