import { egressDocument } from "../bundle/egress-files.js";
import { type DeploymentPerimeter, deploymentPerimeter } from "../bundle/shared-perimeter.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { planWith } from "../deployment/plan-with.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { type EgressPlan, formatHostOrLate } from "../egress/plan.js";
import { reasonRows } from "../egress/reason-rows.js";
import { uniteDeployments } from "../egress/unite-deployments.js";
import { DeploymentError, distinctProblems } from "../problem.js";
import { csvTable } from "../table/csv.js";
import { chooseGroup } from "./choose-group.js";
import { columnsFor, egressColumns } from "./egress-columns.js";
import type { EgressPageOf } from "./egress-page.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson } from "./output.js";
import { checkDeployment, loadFiles, type WrittenDeployment } from "./read-deployment.js";
import { checkNames, findProblems } from "./together.js";

export type EgressFormat = keyof typeof printers;

export interface EgressOptions extends RepositoryOptions {
	/** @default - the perimeter: what any group needs */
	readonly group?: string;
	/** @default "table" */
	readonly format?: EgressFormat;
	/** The same as the format `json`. */
	readonly json?: boolean;
}

/** Shows what a group's devices, those of all groups, or those of several deployments must reach, and why. */
export async function egress(files: readonly string[], options: EgressOptions, output: Output): Promise<void> {
	if (files.length > 1 && options.group !== undefined) {
		throw new CommandExit(2, "--group is of one deployment; name one file, or leave it out");
	}
	const [first, ...others] = await loadFiles(files, options, output);
	if (!first) throw new CommandExit(2, "no deployment file is named");
	const { plan, of } = others.length > 0 ? await planTogether([first, ...others]) : await planOne(first, options);
	await printers[options.json ? "json" : (options.format ?? "table")](plan, output, of);
}

interface Planned {
	readonly plan: EgressPlan;
	readonly of: EgressPageOf;
}

async function planOne(file: WrittenDeployment, { group }: EgressOptions): Promise<Planned> {
	const read = await checkDeployment(file);
	const { groups, perimeter } = planWith(read.registries, read);
	const deployments = [read.deployment];
	if (group === undefined) return { plan: perimeter, of: { deployments } };
	return { plan: chooseGroup(groups, group).egress, of: { deployments, group } };
}

/** @throws DeploymentError with every problem of all of them */
async function planTogether(files: readonly WrittenDeployment[]): Promise<Planned> {
	const problems = checkNames(files);
	const members: DeploymentPerimeter[] = [];
	const deployments: ParsedDeployment[] = [];
	for (const file of files) {
		const read = await findProblems(problems, () => checkDeployment(file));
		if (!read) continue;
		deployments.push(read.deployment);
		members.push(deploymentPerimeter(read.deployment, planWith(read.registries, read), read.locate));
	}
	if (problems.length > 0) throw new DeploymentError(distinctProblems(problems));
	return { plan: uniteDeployments(members), of: { deployments } };
}

const printers = {
	async table(plan: EgressPlan, output: Output) {
		const { table } = await import("./table.js");
		const columns = columnsFor(plan);
		const rows = reasonRows(plan.hosts).map((row) => columns.map(({ of }) => row[of]));
		output.result(
			table(
				columns.map(({ title }) => title),
				rows,
				output,
			),
		);
		printSandbox(plan, output);
		for (const { host, key, because } of plan.summary.contentAlsoReaches) {
			output.result(`conversations also reach ${formatHostOrLate(host)}: ${because} (${key})`);
		}
		for (const note of plan.notes) output.result(`note: ${note}`);
	},
	async csv({ hosts }: EgressPlan, { data }: Output, { group = "" }: EgressPageOf) {
		// A column that other programs know has what it says, also where every row says the same.
		const rows = reasonRows(hosts).map((row) =>
			egressColumns.map(({ of }) => (of === "groups" && row.groups === "" ? group : row[of])),
		);
		const text = csvTable(
			egressColumns.map(({ of }) => of),
			rows,
		);
		data(text.replaceAll("\r\n", "\n").trimEnd());
	},
	async markdown(plan: EgressPlan, { data }: Output, of: EgressPageOf) {
		const { egressPage } = await import("./egress-page.js");
		data(egressPage(plan, columnsFor(plan), of).join("\n"));
	},
	async json(plan: EgressPlan, output: Output) {
		printJson(output, egressDocument(plan));
	},
};

function printSandbox({ sandbox }: EgressPlan, { result }: Output): void {
	if (!sandbox) return;
	const listed = sandbox.hosts.join(", ") || "none";
	const automatic = sandbox.automatic.map(formatHostOrLate).join(", ") || "none";
	result(`\nsandbox: ${sandbox.mode}; listed: ${listed}; added by the app: ${automatic}`);
}
