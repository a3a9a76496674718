import { isObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const claudeAiImport = {
	feature: "claude-ai-import",
	key: "claudeAiImport",
	needs: "claudeAiImport",
	requirement: "required",
	closedBy: [{ key: "claudeAiImport" }],
	since: "1.28929.0",
	source: page("telemetry"),
	when: (context: EgressContext) =>
		context.when("claudeAiImport", (value) => isObject(value) && value.enabled === true),
} as const;

export const claudeAiImportRows: readonly EgressRow[] = [
	{
		...claudeAiImport,
		because: "import of a user's claude.ai data: sign-in and export request",
		data: "the user's sign-in to claude.ai, and the request to export the user's data there",
		ifDenied: "The import wizard cannot sign in to claude.ai; importing a downloaded export file still works.",
		operator: "anthropic",
		hosts: [exact("claude.ai"), exact("api.anthropic.com")],
	},
	{
		...claudeAiImport,
		because: "download of the claude.ai export",
		ifDenied: "The import wizard cannot download the export; importing a downloaded export file still works.",
		operator: "third-party",
		hosts: [exact("storage.googleapis.com")],
	},
];
