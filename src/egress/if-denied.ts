import type { EgressHost } from "./plan.js";

/** What stops working where the perimeter denies a host: the sentences of its reasons, what is required first. */
export function ifDenied({ reasons }: Pick<EgressHost, "reasons">): string {
	const [required, optional] = (["required", "optional"] as const).map((requirement) =>
		reasons.filter((reason) => reason.requirement === requirement),
	);
	const sentences = [...(required ?? []), ...(optional ?? [])].flatMap((reason) => reason.ifDenied ?? []);
	return [...new Set(sentences)].join(" ") || "Nothing stops working.";
}
