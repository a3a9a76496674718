import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { allOf } from "../windows.js";

const autoUpdates = { feature: "auto-updates", operator: "anthropic" } as const;
const updater = { ...autoUpdates, closedBy: [{ key: "disableAutoUpdates", value: true }] } as const;

export const autoUpdatesRows: readonly EgressRow[] = [
	{
		...updater,
		key: "disableAutoUpdates",
		because: "update feed",
		ifDenied: "The app finds no updates and stays on the installed build.",
		requirement: "required",
		platforms: ["macos", "windows"],
		source: page("telemetry"),
		when: (context) => allOf(context.isNot("disableAutoUpdates", true), context.isNot("updateViaUpdatesHost", true)),
		hosts: [exact("claude.ai"), exact("api.anthropic.com")],
	},
	{
		...updater,
		key: "disableAutoUpdates",
		because: "update binaries",
		ifDenied: "Updates are announced but cannot be downloaded.",
		requirement: "required",
		platforms: ["macos", "windows"],
		source: page("telemetry"),
		when: (context) => context.isNot("disableAutoUpdates", true),
		hosts: [exact("downloads.claude.ai")],
	},
	{
		...updater,
		key: "updateViaUpdatesHost",
		needs: "updateViaUpdatesHost",
		because: "update feed on a host that serves updates alone",
		ifDenied: "The app finds no updates and stays on the installed build.",
		requirement: "required",
		since: "1.26832.0",
		platforms: ["macos", "windows"],
		source: page("telemetry"),
		when: (context) => allOf(context.isNot("disableAutoUpdates", true), context.is("updateViaUpdatesHost", true)),
		hosts: [exact("releases.claude.com")],
	},
	{
		...autoUpdates,
		key: null,
		because: "Debian package repository of the Linux app (path /claude-desktop/apt/stable), read by apt",
		ifDenied: "apt finds no new version of the app; a mirror inside the network can stand in.",
		requirement: "optional",
		platforms: ["linux"],
		source: "https://code.claude.com/docs/en/desktop-linux",
		hosts: [exact("downloads.claude.ai")],
	},
];
