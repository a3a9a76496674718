import { plainLine } from "./comment.js";

/** A host that rules deny by name, and why. */
export interface DeniedHost {
	/** Exactly this name, and nothing below it; lower case, A-labels. */
	readonly host: string;
	readonly reasons: readonly DenyReason[];
}

export interface DenyReason {
	/** Who sends there, such as `OpenAI Codex`; null where the deployment names the host itself. */
	readonly agent: string | null;
	/** The switch that makes the rule unnecessary, such as `analytics.enabled = false in config.toml`; null where none is known. */
	readonly unnecessaryWith: string | null;
	/** What says so; null for what the deployment says itself. */
	readonly source: string | null;
}

/** Who sends to a host, what makes the rule unnecessary, and what says so, for a comment on one line. */
export function denialComment({ reasons }: DeniedHost): string {
	return plainLine(reasons.map(formatDenyReason).join("; "));
}

/** `OpenAI Codex, unnecessary with analytics.enabled = false in config.toml [source]`. */
export function formatDenyReason({ agent, unnecessaryWith, source }: DenyReason): string {
	if (agent === null) return "named by the deployment";
	const cure = unnecessaryWith === null ? ", which has no switch for it" : `, unnecessary with ${unnecessaryWith}`;
	return `${agent}${cure}${source === null ? "" : ` [${source}]`}`;
}
