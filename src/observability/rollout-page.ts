import { markdownText } from "../table/markdown.js";
import type { ObservedPart } from "./observed-part.js";
import { isReached, phaseFacts, phases } from "./phase.js";
import type { RenderedText } from "./rendered-file.js";

/** The steps of the rollout: what each sets, whether it is reached, and what to see before the next. */
export function rolloutPage({ name, observability: { phase } }: ObservedPart): RenderedText {
	const lines = [
		`# Rollout of telemetry: deployment ${name}`,
		"",
		phase === undefined
			? "The deployment names no phase, so that everything its tiers ask for is on."
			: `The deployment is in phase \`${phase}\`; \`observability.phase\` moves it on.`,
		...phases.flatMap((each, index) => {
			const { title, sets, checks } = phaseFacts[each];
			const state = isReached(each, phase) ? "on" : "not yet";
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
