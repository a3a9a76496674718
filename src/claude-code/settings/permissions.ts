import { flag, list, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { autoMode } from "../structures/auto-mode.js";
import { permissionRule } from "../values/permission-rule.js";

/** What tools may do, and who is asked. */
export const permissionsSettings = {
	"permissions.allow": { shape: list(permissionRule), summary: "Tool uses without a prompt.", restricts: "fewer" },
	"permissions.ask": { shape: list(permissionRule), summary: "Tool uses that always prompt.", restricts: "more" },
	"permissions.deny": {
		shape: list(permissionRule),
		summary: "Tool uses refused in every mode; bare Bash also stops Cowork's shell.",
		restricts: "more",
	},
	"permissions.additionalDirectories": {
		shape: list(text()),
		summary: "Further working directories.",
		restricts: "fewer",
	},
	"permissions.defaultMode": {
		shape: words(["default", "acceptEdits", "plan", "auto", "dontAsk", "bypassPermissions"]),
		summary: "Mode new sessions start in.",
	},
	"permissions.disableBypassPermissionsMode": {
		shape: words(["disable"]),
		summary: "No bypass mode.",
		restricts: "when set",
	},
	"permissions.blockReadsOutsideWorkingDirectories": {
		shape: flag,
		summary: "File tools refuse reads outside the working directories.",
		default: false,
		restricts: "when true",
		unverified: true,
	},
	allowManagedPermissionRulesOnly: {
		shape: flag,
		summary: "Only managed permission rules count; Cowork then needs allow rules for connected folders.",
		default: false,
		restricts: "when true",
	},
	disableAutoMode: { shape: words(["disable"]), summary: "Removes auto mode.", restricts: "when set" },
	autoMode: { shape: autoMode, summary: "Rules of the auto-mode classifier.", defaultNote: "built-in rules" },
	useAutoModeDuringPlan: {
		shape: flag,
		summary: "Classifier reviews shell in plan mode; a false from any admin source wins.",
		default: true,
		restricts: "when false",
	},
	skipDangerousModePermissionPrompt: {
		shape: flag,
		summary: "Skips the dialog before bypass mode.",
		restricts: "when false",
	},
	skipAutoPermissionPrompt: { shape: flag, summary: "Skips the first auto-mode notice." },
} satisfies Readonly<Record<string, CodeSetting>>;
