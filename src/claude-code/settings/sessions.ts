import { flag, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";

/** Sessions that others reach, and background agents. */
export const sessionsSettings = {
	disableRemoteControl: { shape: flag, summary: "No Remote Control.", default: false, restricts: "when true" },
	remoteControlAtStartup: { shape: flag, summary: "Connects Remote Control by itself.", restricts: "when false" },
	enableArtifact: {
		shape: flag,
		summary: "false in any file removes the Artifact tool.",
		since: "2.1.196",
		restricts: "when false",
	},
	disableDeepLinkRegistration: {
		shape: words(["disable"]),
		summary: "No claude-cli:// handler.",
		restricts: "when set",
	},
	disableAgentView: { shape: flag, summary: "No background agents.", restricts: "when true" },
	crossSessionInbound: {
		shape: words(["accept", "hold", "refuse"]),
		summary: "Messages from other sessions; unknown managed value = refuse.",
		since: "2.1.224",
		restricts: "when set",
	},
	isolatePeerMachines: {
		shape: flag,
		summary: "Asks before messages to another machine.",
		since: "2.1.224",
		restricts: "when true",
	},
	processWrapper: { shape: text(), summary: "Corporate launcher on macOS and Linux.", since: "2.1.210" },
} satisfies Readonly<Record<string, CodeSetting>>;
