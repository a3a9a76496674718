import { list, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { anyObject } from "../structures/open-form.js";

/** What the Code tab of Claude Desktop offers. */
export const desktopSettings = {
	disableDesktopLocalSessions: {
		shape: { kind: "switch", only: true },
		summary: "Desktop offers no Code sessions on the device.",
		sinceDesktop: "1.37937.0",
		restricts: "when true",
	},
	sshConfigs: { shape: list(anyObject), summary: "Connections shown in Desktop." },
	sshHostAllowlist: {
		shape: list(text()),
		summary: "Hosts of Desktop SSH sessions; unreadable value = empty from Desktop 2.26454.0.",
		defaultNote: "any host",
		restricts: "fewer",
	},
	browserExternalPageTools: {
		shape: words(["disabled"]),
		summary: "Model's tools stay off external pages of the Browser pane.",
		restricts: "when set",
	},
	disableBrowserExternalNavigation: {
		shape: { kind: "switch", only: true },
		summary: "Browser pane stays on localhost.",
		restricts: "when true",
	},
	disableMobileSimulatorTools: {
		shape: { kind: "switch", only: true },
		summary: "No tools in the iOS Simulator pane.",
		restricts: "when true",
	},
} satisfies Readonly<Record<string, CodeSetting>>;
