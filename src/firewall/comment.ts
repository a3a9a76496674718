import { type EgressHost, formatReason } from "../egress/plan.js";
import { compareText } from "../json.js";
import type { RuleRequest } from "./backend.js";

/** Far below what any firewall takes as a line, where the rest would begin a line of its own. */
const longest = 200;

/** Why hosts are open, for a comment on one line. No text of a reason can leave the comment. */
export function commentOf(hosts: readonly Pick<EgressHost, "reasons">[]): string {
	const texts = new Set<string>();
	for (const { reasons } of hosts) for (const reason of reasons) texts.add(formatReason(reason));
	return plainLine([...texts].sort(compareText).join("; "));
}

/**
 * The head of a text as printable ASCII on one line, without a backslash, which at the end of a line would join the next
 * to it. What a format's own quotes need besides is for its backend.
 */
export function plainLine(text: string): string {
	const plain = text.replace(/[^ -~]|\\/g, " ");
	return plain.length > longest ? `${plain.slice(0, longest - 3)}...` : plain;
}

/** Of more deployments than this a title tells how many there are: some products limit its length. */
const mostTitled = 3;

/** `Claude egress of deployment eu, group pilot`, or `of deployments ap, eu, us and 2 more`, as the head of a file. */
export function titleOf({
	deployment,
	deployments,
	group,
}: Pick<RuleRequest, "deployment" | "deployments" | "group">): string {
	if (deployments) {
		const others = deployments.length - mostTitled;
		const more = others > 0 ? ` and ${others} more` : "";
		return `Claude egress of deployments ${deployments.slice(0, mostTitled).join(", ")}${more}`;
	}
	return titleOfOwner({ deployment, ...(group !== undefined && { group }) });
}

/**
 * The same as a name of what a product keeps: rules for several deployments go by the name of what they share, because
 * others may serve the same deployments.
 */
export function titleOfOwner({
	deployment,
	deployments,
	group,
}: Pick<RuleRequest, "deployment" | "deployments" | "group">): string {
	const what = deployments ? "perimeter" : "deployment";
	return `Claude egress of ${what} ${deployment}${group === undefined ? "" : `, group ${group}`}`;
}

/** Lines as a file has them, each with a final LF. */
export function linesOf(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join("");
}
