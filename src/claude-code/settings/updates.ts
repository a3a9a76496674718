import { words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { codeVersion } from "../values/code-version.js";

/** Versions of Claude Code. */
export const updatesSettings = {
	autoUpdatesChannel: {
		shape: words(["latest", "stable"]),
		summary: "Release channel; Homebrew ignores it.",
		default: "latest",
	},
	minimumVersion: { shape: codeVersion, summary: "Updates never install less.", restricts: "when set" },
	requiredMinimumVersion: {
		shape: codeVersion,
		summary: "Refuses to start below.",
		since: "2.1.163",
		restricts: "when set",
	},
	requiredMaximumVersion: {
		shape: codeVersion,
		summary: "Refuses to start above.",
		since: "2.1.163",
		restricts: "when set",
	},
} satisfies Readonly<Record<string, CodeSetting>>;
