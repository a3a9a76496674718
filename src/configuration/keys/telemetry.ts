import { flag, text } from "../managed-key.js";
import { uuid } from "../values/identifier.js";

const anthropicTelemetry = {
	section: "Telemetry & updates",
	group: "Anthropic telemetry",
	alsoOn: ["telemetry"],
} as const;

/** Identity of the deployment, and what the app sends to Anthropic. */
export const telemetryKeys = {
	deploymentOrganizationUuid: text(
		{
			section: "Telemetry & updates",
			group: "Identity",
			summary:
				"Lasting id of the organisation, which scopes local data and telemetry; a new one leaves old data behind.",
			since: "1.2581.0",
			defaultNote: "00000000-0000-4000-8000-000000000001, which every deployment without one shares",
			alsoOn: ["configuration-changelog"],
		},
		uuid,
	),
	disableEssentialTelemetry: flag({
		...anthropicTelemetry,
		summary: "Stops crash and performance reports.",
		since: "1.2581.0",
		default: false,
		restricts: "when true",
	}),
	disableNonessentialTelemetry: flag({
		...anthropicTelemetry,
		summary: "Stops product analytics.",
		since: "1.2581.0",
		default: false,
		restricts: "when true",
	}),
	disableNonessentialServices: flag({
		...anthropicTelemetry,
		summary: "Stops fetching of site icons and artifact previews.",
		since: "1.2581.0",
		default: false,
		restricts: "when true",
	}),
};
