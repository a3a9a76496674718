import type { Omission } from "../bundle/bundle.js";
import { presets } from "../configuration/presets.js";
import { type TimeBound, timeBound } from "../configuration/time-bound.js";
import { configurationsOf } from "../deployment/plan-with.js";
import { isAnthropic } from "../egress/operator.js";
import { type ContentRecipient, type EgressHost, formatAddress, formatReason } from "../egress/plan.js";
import { keysThatTakeOver } from "../egress/summary.js";
import { groupNotes } from "../firewall/block-rules.js";
import type { AnsweredModel } from "../inference/cloud-plan.js";
import type { PhaseSummary } from "../observability/observability-summary.js";
import { factsEdition } from "../version.js";
import { byKey } from "./by-key.js";
import type { Compiled } from "./compile-file.js";
import { type ProblemEntry, problemEntry } from "./problem-entry.js";
import type { Telling } from "./telling.js";

/** What `synth` reports, as data. */
export interface Summary {
	readonly deployment: string;
	/** How far the facts of this package reach. */
	readonly facts: typeof factsEdition;
	readonly directory: string;
	/** Whether anything was written. */
	readonly changed: boolean;
	/** Files of the bundle before that this one has not, and that are gone. */
	readonly removed: readonly string[];
	/** What else stands in the folder, and stays; a folder ends with `/`. */
	readonly foreign: readonly string[];
	readonly groups: readonly GroupSummary[];
	/** Hosts that Anthropic runs and that stay reachable, each with its reasons. */
	readonly anthropicHosts: readonly AnthropicHost[];
	/** Where calls are answered of models that provisioning looks after. */
	readonly answers: readonly AnsweredModel[];
	readonly conversationContentStaysWithProvider: boolean;
	/** Who besides the inference provider sees conversations. */
	readonly contentAlsoReaches: readonly ContentRecipient[];
	/** Page of who takes which files of what devices report, and of other agents; absent where there are none. */
	readonly telemetryHandover?: string;
	/** Absent where the rollout of telemetry has no phases. */
	readonly phase?: PhaseSummary;
	readonly notes: readonly string[];
	readonly warnings: readonly ProblemEntry[];
	readonly omitted: readonly Omission[];
}

export interface AnthropicHost {
	readonly host: string;
	readonly because: readonly string[];
	/** Groups whose devices reach it. */
	readonly groups: readonly string[];
}

export interface GroupSummary {
	readonly name: string;
	readonly preset: string;
	readonly platforms: readonly string[];
	/** Relative to the deployment's folder. */
	readonly files: readonly string[];
	/** Those of them that take settings away instead of giving any, for going back. */
	readonly removals: readonly string[];
	readonly hosts: readonly string[];
	/** What its devices sign in with of what provisioning creates: the names that `retire` takes. */
	readonly identities: readonly string[];
	/** How many addresses the deployment's one list opens that the group does not need. */
	readonly openedBeyond: number;
	readonly takesOverDevice: boolean;
	/** Keys that make local settings read-only. */
	readonly takenOverBy: readonly string[];
	/** How long running apps take for what their device has got. */
	readonly timeBound: TimeBound;
}

export function summarizeRun(
	{
		deployment,
		compilation,
		warnings,
		registries,
	}: Pick<Compiled, "deployment" | "compilation" | "warnings" | "registries">,
	written: Pick<Summary, "directory" | "changed" | "removed" | "foreign">,
	{ notesOf, warningsOf }: Telling,
): Summary {
	const { plan, bundle, rules, groupRules } = compilation;
	const { observability, collectorHosts } = registries;
	const telemetry = observability?.summary(deployment, configurationsOf(plan), collectorHosts);
	const files = byKey(bundle.files.map(({ group, path }) => [group, path]));
	const removals = byKey(bundle.files.flatMap(({ group, path, removes }) => (removes ? [[group, path] as const] : [])));
	const identities = byKey(
		(plan.cloud?.plan.identities ?? []).flatMap((each) => each.groups.map((group) => [group, each.name] as const)),
	);
	const groups = [...plan.groups].map(
		([name, { configuration, egress }]): GroupSummary => ({
			name,
			preset: presets[deployment.groups[name]?.preset ?? "none"].title,
			platforms: configuration.platforms,
			files: files.get(name) ?? [],
			removals: removals.get(name) ?? [],
			hosts: egress.hosts.map(formatAddress),
			identities: identities.get(name) ?? [],
			openedBeyond: plan.beyond.get(name)?.count ?? 0,
			takesOverDevice: egress.summary.takesOverDevice,
			takenOverBy: keysThatTakeOver(configuration.settings.keys()),
			timeBound: timeBound((key) => configuration.settings.get(key)?.value),
		}),
	);
	return {
		deployment: deployment.name,
		facts: factsEdition,
		...written,
		groups,
		anthropicHosts: plan.perimeter.hosts.filter(isAnthropic).map((host) => ({
			host: formatAddress(host),
			because: reasonsOf(host),
			groups: host.groups ?? [],
		})),
		answers: plan.cloud?.plan.answers ?? [],
		conversationContentStaysWithProvider: plan.perimeter.summary.conversationContentStaysWithProvider,
		contentAlsoReaches: plan.perimeter.summary.contentAlsoReaches,
		...(bundle.files.some(({ path }) => path === telemetryHandover) && { telemetryHandover }),
		...(telemetry?.phase && { phase: telemetry.phase }),
		notes: [
			...plan.perimeter.notes,
			...(telemetry?.notes ?? []),
			...notesOf(rules),
			...groupNotes(groupRules, deployment.firewall, notesOf),
		],
		warnings: warningsOf(warnings).map(problemEntry),
		omitted: bundle.omitted,
	};
}

/** Path of the page below a deployment's folder. */
const telemetryHandover = "observability/HANDOVER.md";

function reasonsOf(host: EgressHost): string[] {
	return [...new Set(host.reasons.map(formatReason))];
}
