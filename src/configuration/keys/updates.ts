import { flag, integer } from "../managed-key.js";

const updates = {
	section: "Telemetry & updates",
	group: "Updates",
	alsoOn: ["telemetry", "mdm"],
	appBehavior: true,
} as const;

/** Updates of the app, and how a running app takes a new configuration. */
export const updatesKeys = {
	disableAutoUpdates: flag({
		...updates,
		summary: "Stops looking for updates and downloading them.",
		since: "1.2581.0",
		default: false,
		restricts: "when true",
	}),
	autoUpdaterEnforcementHours: integer({
		...updates,
		summary: "Hours after which a waiting update is installed without asking.",
		since: "1.2581.0",
		min: 1,
		max: 72,
		defaultNote: "within 72 hours, once the user is idle",
		restricts: "lower",
	}),
	updateViaUpdatesHost: flag({
		...updates,
		summary: "Takes updates from releases.claude.com.",
		since: "1.26832.0",
		default: false,
		alsoOn: ["configuration-changelog", "telemetry", "mdm"],
	}),
	relaunchEnforcementHours: integer({
		...updates,
		summary: "Hours after which a running app must restart to take a changed configuration.",
		since: "1.40609.0",
		min: 0,
		max: 336,
		default: 24,
		restricts: "lower",
		alsoOn: ["configuration-changelog"],
	}),
	configRecheckIntervalMinutes: integer({
		...updates,
		summary: "Minutes between two looks of a running app at its configuration.",
		since: "1.46388.1",
		min: 2,
		max: 30,
		default: 10,
		alsoOn: ["configuration-changelog"],
	}),
};
