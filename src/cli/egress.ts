import { egressDocument } from "../bundle/egress-files.js";
import { planDeployment } from "../deployment/plan.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { type EgressPlan, formatHostOrLate } from "../egress/plan.js";
import { type ReasonRow, reasonRows } from "../egress/reason-rows.js";
import { csvTable } from "../table/csv.js";
import { markdownCode, markdownTable, markdownText } from "../table/markdown.js";
import { chooseGroup } from "./choose-group.js";
import { type Output, printJson } from "./output.js";
import { readDeployment } from "./read-deployment.js";

export type EgressFormat = keyof typeof printers;

export interface EgressOptions extends RepositoryOptions {
	/** @default - the perimeter: what any group needs */
	readonly group?: string;
	/** @default "table" */
	readonly format?: EgressFormat;
	/** The same as the format `json`. */
	readonly json?: boolean;
}

/** Shows what a group's devices, or those of all groups, must reach, and why. */
export async function egress(file: string, options: EgressOptions, output: Output): Promise<void> {
	const read = await readDeployment(file, options, output);
	const { groups, perimeter } = planDeployment(read, read.registries);
	const plan = options.group === undefined ? perimeter : chooseGroup(groups, options.group).egress;
	await printers[options.json ? "json" : (options.format ?? "table")](plan, output);
}

const printers = {
	async table(plan: EgressPlan, output: Output) {
		const { table } = await import("./table.js");
		const columns = columnsOf(plan);
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
	async csv({ hosts }: EgressPlan, { result }: Output) {
		const rows = reasonRows(hosts).map((row) => allColumns.map(({ of }) => row[of]));
		const text = csvTable(
			allColumns.map(({ of }) => of),
			rows,
		);
		result(text.replaceAll("\r\n", "\n").trimEnd());
	},
	async markdown(plan: EgressPlan, { result }: Output) {
		const columns = columnsOf(plan);
		const rows = reasonRows(plan.hosts).map((row) =>
			columns.map(({ of }) => (of === "host" ? markdownCode(row[of]) : markdownText(row[of]))),
		);
		const lines = markdownTable(
			columns.map(({ title }) => title),
			rows,
		);
		result(lines.join("\n"));
	},
	async json(plan: EgressPlan, output: Output) {
		printJson(output, egressDocument(plan));
	},
};

const allColumns: readonly { readonly title: string; readonly of: keyof ReasonRow }[] = [
	{ title: "host", of: "host" },
	{ title: "port", of: "port" },
	{ title: "requirement", of: "requirement" },
	{ title: "groups", of: "groups" },
	{ title: "reason", of: "reason" },
	{ title: "if denied", of: "ifDenied" },
	{ title: "versions", of: "versions" },
	{ title: "source", of: "source" },
];

/** Only hosts of a perimeter name groups. */
function columnsOf({ hosts }: EgressPlan) {
	return allColumns.filter(({ of }) => of !== "groups" || hosts.some(({ groups }) => groups));
}

function printSandbox({ sandbox }: EgressPlan, { result }: Output): void {
	if (!sandbox) return;
	const listed = sandbox.hosts.join(", ") || "none";
	const automatic = sandbox.automatic.map(formatHostOrLate).join(", ") || "none";
	result(`\nsandbox: ${sandbox.mode}; listed: ${listed}; added by the app: ${automatic}`);
}
