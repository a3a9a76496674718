import { environmentFile } from "./environment-file.js";
import type { AgentSwitch, OtherAgent } from "./other-agent.js";

const switches: readonly AgentSwitch[] = [
	{
		name: "PI_TELEMETRY",
		value: "0",
		effect: "no ping after an installation or an update, whatever the user's settings say",
		enforced: false,
		source: "https://newreleases.io/project/github/earendil-works/pi/release/v0.67.0",
	},
];

export const pi: OtherAgent = {
	title: "Pi",
	switches,
	notWritten: [
		{ name: "enableInstallTelemetry", because: "is a setting of the user, which no managed form sets" },
		{ name: "enableAnalytics", because: "is off until the user switches it on" },
		{ name: "PI_SKIP_VERSION_CHECK", because: "has no source that says it in so many words" },
		{
			name: "PI_OFFLINE / --offline",
			because: "takes all of its network at start, which a deployment decides for itself",
		},
	],
	mustStay: ["the model endpoint configured"],
	files: (platform) => [environmentFile(platform, switches)],
};
