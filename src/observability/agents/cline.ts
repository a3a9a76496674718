import type { OtherAgent } from "./other-agent.js";

export const cline: OtherAgent = {
	title: "Cline",
	switches: [],
	notWritten: [
		{ name: "cline telemetry setting", because: "is a setting of the user; TelemetryLevel of vscode counts, too" },
		{ name: "CLINE_OTEL_TELEMETRY_ENABLED", because: "exports to a collector of one's own, and is off until set" },
		{ name: "block data.cline.bot", because: "is for the firewall: deny.agents has cline" },
	],
	mustStay: ["api.cline.bot (Cline account only)", "the model endpoint configured"],
	files: () => [],
};
