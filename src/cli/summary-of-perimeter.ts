import type { PerimeterCompilation } from "../bundle/compile-perimeter.js";
import { isAnthropic } from "../egress/operator.js";
import { type ContentRecipient, formatAddress } from "../egress/plan.js";
import type { Problem } from "../problem.js";
import { type ProblemEntry, problemEntry } from "./problem-entry.js";
import type { Summary } from "./summary.js";
import type { Telling } from "./telling.js";

/** What `synth` reports of what several deployments need together, as data. */
export interface PerimeterSummary extends Pick<Summary, "directory" | "changed" | "removed" | "foreign"> {
	readonly deployments: readonly string[];
	/** Relative to its folder. */
	readonly files: readonly string[];
	readonly hosts: readonly string[];
	/** Those that Anthropic runs, each with the deployments that need it. */
	readonly anthropicHosts: readonly { readonly host: string; readonly deployments: readonly string[] }[];
	readonly conversationContentStaysWithProvider: boolean;
	readonly contentAlsoReaches: readonly ContentRecipient[];
	readonly notes: readonly string[];
	/** Those that are of no deployment alone. */
	readonly warnings: readonly ProblemEntry[];
}

export function summarizePerimeter(
	{ part, rules, bundle }: PerimeterCompilation,
	warnings: readonly Problem[],
	written: Pick<Summary, "directory" | "changed" | "removed" | "foreign">,
	{ notesOf, warningsOf }: Telling,
): PerimeterSummary {
	const { deployments = [], egress } = part;
	return {
		deployments,
		...written,
		files: bundle.files.map(({ path }) => path),
		hosts: egress.hosts.map(formatAddress),
		anthropicHosts: egress.hosts.filter(isAnthropic).map((host) => ({
			host: formatAddress(host),
			deployments: Object.keys(host.deployments ?? {}),
		})),
		conversationContentStaysWithProvider: egress.summary.conversationContentStaysWithProvider,
		contentAlsoReaches: egress.summary.contentAlsoReaches,
		notes: [...egress.notes, ...notesOf(rules)],
		warnings: warningsOf(warnings).map(problemEntry),
	};
}
