/** A step of a rollout. */
export type Phase = "local" | "managed" | "siem" | "privacyReview" | "tracing" | "regression";

/** In order. */
export const phases: readonly Phase[] = ["local", "managed", "siem", "privacyReview", "tracing", "regression"];

/** What a phase of the rollout switches on, beside all before it. */
export interface PhaseFacts {
	readonly title: string;
	readonly sets: string;
	/** What to see before the next phase. */
	readonly checks: readonly string[];
}

export const phaseFacts: Readonly<Record<Phase, PhaseFacts>> = {
	local: {
		title: "Local pipeline",
		sets: "Nothing on devices: one test machine sends to a collector on itself; in this phase a folder local has all it takes.",
		checks: [
			"a safe command, a refused one, a connection to an MCP server and a hook each come out as their event",
			"user, session, tool and decision are where the catalogue says",
			"no attribute of content arrives",
		],
	},
	managed: {
		title: "Managed settings",
		sets: "The collector's address, its credential and the attributes of each group, on every device.",
		checks: [
			"devices of every group and platform report",
			"users cannot change the address or switch the export off",
			"each record carries its deployment and its group",
		],
	},
	siem: {
		title: "SIEM integration",
		sets: "Detections, queries, runbooks and dashboards.",
		checks: [
			"each detection fires on a test of its own, and its runbook was walked through once",
			"each has an owner who is told",
			"a week without an alert that nobody needs",
		],
	},
	privacyReview: {
		title: "Privacy review",
		sets: "Tiers that capture content.",
		checks: [
			"who may read content, and for how long, is decided and written down",
			"planted secrets in prompts and arguments come out masked",
			"deletion on request reaches every store",
		],
	},
	tracing: {
		title: "Tracing",
		sets: "Traces of every group.",
		checks: [
			"a job's own trace and that of Claude Code are one",
			"spans carry no content outside of the restricted store",
			"the share of traces that is kept fits the backend",
		],
	},
	regression: {
		title: "Regression loop",
		sets: "Nothing more: incidents become tests.",
		checks: [
			"every incident left a test that shows at which layer the control acts",
			"the tests run after each update of the app",
		],
	},
};

/** The step after a phase; undefined after the last. */
export function nextPhase(phase: Phase): Phase | undefined {
	return phases[phases.indexOf(phase) + 1];
}

/** Whether a rollout has come to a phase; one without phases has come to all. */
export function isReached(phase: Phase, current: Phase | undefined): boolean {
	return current === undefined || phases.indexOf(current) >= phases.indexOf(phase);
}
