import { type EgressHost, formatHost, formatReason, type Reason } from "./plan.js";

/** One reason for one host, as text. */
export interface ReasonRow {
	/** `*.` for any depth below a name, and not the name itself. */
	readonly host: string;
	readonly port: string;
	readonly requirement: string;
	/**
	 * Groups that need the host, of a perimeter; of one that deployments share, those of each behind its name. Empty for a
	 * group's own list.
	 */
	readonly groups: string;
	readonly reason: string;
	readonly ifDenied: string;
	/** App versions that it holds for; empty for all that are known. */
	readonly versions: string;
	readonly source: string;
}

/** Each host once for each of its reasons, in the order of the plan. */
export function reasonRows(hosts: readonly EgressHost[]): ReasonRow[] {
	return hosts.flatMap((host) =>
		host.reasons.map((reason) => ({
			host: formatHost(host),
			port: String(host.port),
			requirement: reason.requirement,
			groups: whoseNeed(host),
			reason: formatReason(reason),
			ifDenied: reason.ifDenied ?? "Nothing stops working.",
			versions: versionsOf(reason),
			source: reason.source,
		})),
	);
}

function whoseNeed({ groups = [], deployments }: EgressHost): string {
	if (!deployments) return groups.join(", ");
	const each = Object.entries(deployments).map(([name, own]) => `${name}: ${own.join(", ")}`);
	return each.join("; ");
}

/** App versions that a reason holds for, in words; empty for all that are known. */
export function versionsOf({ since, until }: Pick<Reason, "since" | "until">): string {
	if (since && until) return `${since} to before ${until}`;
	if (until) return `before ${until}`;
	return since ? `${since} and later` : "";
}
