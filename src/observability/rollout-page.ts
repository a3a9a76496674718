import { markdownText } from "../table/markdown.js";
import { observedGroup } from "./observed-group.js";
import type { ObservedPart } from "./observed-part.js";
import { isReached, phaseFacts, phases } from "./phase.js";
import type { RenderedText } from "./rendered-file.js";

/** The steps of the rollout: what each sets, whether it is reached, and what to see before the next. */
export function rolloutPage(part: ObservedPart): RenderedText {
	const { name, observability } = part;
	const { phase } = observability;
	const lines = [
		`# Rollout of telemetry: deployment ${name}`,
		"",
		phase === undefined
			? "The deployment names no phase, so that everything its tiers ask for is on."
			: `The deployment is in phase \`${phase}\`; \`observability.phase\` moves it on.`,
		...phases.flatMap((each, index) => {
			const { title, checks } = phaseFacts[each];
			const ofTiers = each === "tracing" && phase === undefined;
			const sets = ofTiers ? tracedByTiers(part) : phaseFacts[each].sets;
			const state = ofTiers ? "as tiers ask" : isReached(each, phase) ? "on" : "not yet";
			return [
				"",
				`## ${index + 1}. ${title} (\`${each}\`, ${state})`,
				"",
				markdownText(sets),
				"",
				"Before the next:",
				"",
				...checks.map((check) => `- [ ] ${markdownText(check)}`),
			];
		}),
	];
	return { name: "ROLLOUT.md", mediaType: "text/markdown", content: `${lines.join("\n")}\n` };
}

/** Without a phase, a group sends traces where its tier needs them. */
function tracedByTiers(part: ObservedPart): string {
	const traced = Object.keys(part.groups).filter((group) => observedGroup(part, group)?.traces);
	const whose = traced.length === 0 ? "no group, as no tier asks for them" : `${traced.join(", ")}, as the tier asks`;
	return `Traces of ${whose}; the phase tracing, or a later one, has every group send them.`;
}
