import { egressDocument } from "../bundle/egress-files.js";
import { planDeployment } from "../deployment/plan.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { type EgressHost, type EgressPlan, formatAddress, formatHostOrLate } from "../egress/plan.js";
import { chooseGroup } from "./choose-group.js";
import { type Output, printJson } from "./output.js";
import { readDeployment } from "./read-deployment.js";

export interface EgressOptions extends RepositoryOptions {
	readonly group: string;
	readonly json?: boolean;
}

/** Shows what a group's devices must reach, and why. */
export async function egress(file: string, options: EgressOptions, output: Output): Promise<void> {
	const parsed = await readDeployment(file, options);
	const { egress: plan } = chooseGroup(planDeployment(parsed).groups, options.group);
	if (options.json) {
		printJson(output, egressDocument(plan));
		return;
	}
	const { table } = await import("./table.js");
	output.result(table(["host", "operator", "key", "because"], plan.hosts.flatMap(rowsOf), output));
	printSandbox(plan, output);
	for (const { host, key, because } of plan.summary.contentAlsoReaches) {
		output.result(`conversations also reach ${formatHostOrLate(host)}: ${because} (${key})`);
	}
	for (const note of plan.notes) output.result(`note: ${note}`);
}

/** One row per reason; the host stands in the first. */
function rowsOf(host: EgressHost): string[][] {
	const reasons = host.reasons.map(({ key, because, requirement }) => [
		key ?? "always",
		requirement === "optional" ? `${because} (optional)` : because,
	]);
	// Reasons may differ only in what the table does not show: versions and page.
	const distinct = [...new Map(reasons.map((reason) => [reason.join("\n"), reason])).values()];
	return distinct.map((reason, index) => [
		...(index === 0 ? [formatAddress(host), host.operator] : ["", ""]),
		...reason,
	]);
}

function printSandbox({ sandbox }: EgressPlan, { result }: Output): void {
	if (!sandbox) return;
	const listed = sandbox.hosts.join(", ") || "none";
	const automatic = sandbox.automatic.map(formatHostOrLate).join(", ") || "none";
	result(`\nsandbox: ${sandbox.mode}; listed: ${listed}; added by the app: ${automatic}`);
}
