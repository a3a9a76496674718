import { environmentFile } from "./environment-file.js";
import type { AgentSwitch, OtherAgent } from "./other-agent.js";

const source = "source of the Continue CLI and extension";

const switches: readonly AgentSwitch[] = [
	{
		name: "CONTINUE_ALLOW_ANONYMOUS_TELEMETRY",
		value: "0",
		effect: "the same for older versions",
		enforced: false,
		source,
	},
	{
		name: "CONTINUE_TELEMETRY_ENABLED",
		value: "0",
		effect: "no events of PostHog; only the text 0 does it",
		enforced: false,
		source,
	},
];

export const continueDev: OtherAgent = {
	title: "Continue",
	switches,
	notWritten: [
		{
			name: "continue.telemetryEnabled / allowAnonymousTelemetry",
			because: "is a setting of the user's editor, which no managed form sets",
		},
	],
	mustStay: ["the model endpoint configured"],
	files: (platform) => [environmentFile(platform, switches)],
};
