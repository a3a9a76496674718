import { flag, integer, number, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";

/** What leaves the device besides inference, and what stays on it. */
export const privacySettings = {
	otelHeadersHelper: {
		shape: text(),
		summary: "Prints collector headers as JSON; claims the whole telemetry unit for its source.",
	},
	cleanupPeriodDays: { shape: integer({ min: 1 }), summary: "Days transcripts stay.", default: 30, restricts: "lower" },
	desktopSessionCleanupPeriodDays: {
		shape: integer({ min: 0 }),
		summary: "Age limit of transcripts of Desktop and Cowork sessions; applies after cleanupPeriodDays.",
		since: "2.1.248",
		default: 0,
		defaultNote: "no limit",
		restricts: "lower",
	},
	feedbackDrafts: {
		shape: words(["notify", "quiet", "off"]),
		summary: "Whether the model may queue feedback drafts.",
		default: "notify",
		restricts: "when set",
	},
	feedbackSurveyRate: {
		shape: number({ min: 0, max: 1 }),
		summary: "Probability of the session survey.",
		defaultNote: "remote; 0.005 on third-party providers",
		restricts: "lower",
	},
	skipWebFetchPreflight: {
		shape: flag,
		summary: "No host check before WebFetch; not covered by CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC.",
		default: false,
		restricts: "when true",
	},
} satisfies Readonly<Record<string, CodeSetting>>;
