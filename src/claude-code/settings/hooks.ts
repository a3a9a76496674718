import { flag, list, text } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";

/** Which hooks run. */
export const hooksSettings = {
	allowManagedHooksOnly: {
		shape: flag,
		summary: "Only managed hooks run (also disables /goal).",
		restricts: "when true",
	},
	disableAllHooks: {
		shape: flag,
		summary: "No hooks, status line or file suggestion; managed hooks only if set at managed level.",
		restricts: "when true",
	},
	allowedHttpHookUrls: {
		shape: list(text()),
		summary: "Targets of HTTP hooks; merges across scopes.",
		defaultNote: "any",
		restricts: "fewer",
	},
	httpHookAllowedEnvVars: {
		shape: list(text()),
		summary: "Variables HTTP hooks may put into headers.",
		restricts: "fewer",
	},
	disableWorkflows: { shape: flag, summary: "No dynamic workflows.", default: false, restricts: "when true" },
} satisfies Readonly<Record<string, CodeSetting>>;
