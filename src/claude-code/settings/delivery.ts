import { flag, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";

/** How these settings themselves come to a device. */
export const deliverySettings = {
	forceRemoteSettingsRefresh: {
		shape: flag,
		summary: "Start waits for fresh server settings and fails without.",
		default: false,
		restricts: "when true",
	},
	managedSourcesBehavior: {
		shape: words(["first-wins", "merge"]),
		summary: "Whether all admin sources combine; read from the highest source only.",
		since: "2.1.242",
		default: "first-wins",
	},
	parentSettingsBehavior: {
		shape: words(["merge"]),
		summary: "merge lets Claude Desktop's own restrictions apply beside managed settings; without it they are dropped.",
		default: "first-wins",
	},
	wslInheritsWindowsSettings: { shape: flag, summary: "WSL also reads the Windows sources.", default: false },
} satisfies Readonly<Record<string, CodeSetting>>;
