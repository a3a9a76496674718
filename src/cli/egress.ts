import { egressDocument } from "../bundle/egress-files.js";
import { planDeployment } from "../deployment/plan.js";
import { formatAddress } from "../egress/plan.js";
import { prettyJson } from "../json.js";
import { chooseGroup } from "./explain.js";
import type { Output } from "./output.js";
import { readDeployment } from "./read-deployment.js";

export interface EgressOptions {
	readonly group: string;
	readonly json?: boolean;
}

/** Shows what a group's devices must reach, and why. */
export async function egress(file: string, options: EgressOptions, output: Output): Promise<void> {
	const { deployment } = readDeployment(file);
	const { egress: plan } = chooseGroup(planDeployment(deployment).groups, options.group);
	if (options.json) {
		output.result(prettyJson(egressDocument(plan)).trimEnd());
		return;
	}
	const { table } = await import("./table.js");
	const rows = plan.hosts.map((host) => [
		formatAddress(host),
		host.operator,
		[...new Set(host.reasons.map(({ key }) => key ?? "always"))].join(", "),
		[
			...new Set(
				host.reasons.map(({ because, requirement }) =>
					requirement === "optional" ? `${because} (optional)` : because,
				),
			),
		].join("; "),
	]);
	output.result(table(["host", "operator", "key", "because"], rows, output));
	const { sandbox } = plan;
	if (sandbox)
		output.result(
			`\nsandbox: ${sandbox.mode}; listed: ${sandbox.hosts.join(", ") || "none"}; added by the app: ${sandbox.automatic.join(", ") || "none"}`,
		);
	for (const note of plan.notes) output.result(`note: ${note}`);
}
