import { flag, integer } from "../managed-key.js";

const retention = { section: "Limits", group: "Retention", alsoOn: ["configuration-changelog"] } as const;
const tokenCap = { section: "Limits", group: "Token cap", alsoOn: ["configuration-changelog"] } as const;

/** How long sessions stay, and how many tokens they may use. */
export const limitsKeys = {
	chatSessionRetentionDays: integer({
		...retention,
		summary: "Days that Chat sessions stay on the device.",
		since: "1.52386.0",
		min: 1,
		max: 3650,
		defaultNote: "kept without limit",
		otherwise: "deletes nothing",
		restricts: "lower",
	}),
	coworkSessionRetentionDays: integer({
		...retention,
		summary: "Days that Cowork sessions stay on the device.",
		since: "1.52386.0",
		min: 1,
		max: 3650,
		defaultNote: "kept without limit",
		otherwise: "deletes nothing",
		restricts: "lower",
	}),
	codeSessionRetentionDays: integer({
		...retention,
		summary: "Days that Code sessions stay on the device.",
		since: "1.52386.0",
		min: 1,
		max: 3650,
		defaultNote: "kept without limit",
		otherwise: "deletes nothing",
		restricts: "lower",
	}),
	sessionRetentionHold: flag({
		...retention,
		summary: "Keeps sessions from being deleted, as for a legal hold.",
		since: "1.52386.0",
		defaultNote: "false, inferred",
	}),
	inferenceMaxTokensPerWindow: integer({
		...tokenCap,
		summary: "Tokens a device may use in one window, input and output together; with inferenceTokenWindowHours.",
		since: "1.2581.0",
		above: 0,
		otherwise: "has no cap",
		restricts: "lower",
	}),
	inferenceTokenWindowHours: integer({
		...tokenCap,
		summary: "Hours that a token window lasts; with inferenceMaxTokensPerWindow.",
		since: "1.2581.0",
		min: 1,
		max: 720,
		otherwise: "has no cap",
	}),
};
