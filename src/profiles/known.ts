// Rendered from the registry beside it by test/known-variants.test.ts; `npx vitest run -u` writes it anew.
import type { KnownVariants } from "../variant.js";
import type { ProfileFormat, ProfileTemplate } from "./format.js";

/** Every format that carries a group's settings, before its file is loaded. */
export const knownFormats: KnownVariants<ProfileFormat> = {
	mobileconfig: {
		title: "macOS configuration profile",
		docs: "https://developer.apple.com/documentation/devicemanagement/toplevel",
		evidence: "read by Python's plistlib and xmllint with Apple's DTD",
		options: [],
		byDefault: true,
		load: async () => (await import("./mobileconfig.js")).mobileconfig,
	},
	preferencePlist: {
		title: "macOS preference property list",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by Python's plistlib",
		options: [],
		byDefault: true,
		load: async () => (await import("./preference-plist.js")).preferencePlist,
	},
	reg: {
		title: "Windows registry file",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by hivexregedit",
		options: [],
		byDefault: true,
		load: async () => (await import("./reg.js")).reg,
	},
	managedSettings: {
		title: "Linux managed settings",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by Python's json",
		options: [],
		byDefault: true,
		load: async () => (await import("./managed-settings.js")).managedSettings,
	},
};

/** Every format without values, before its file is loaded. */
export const knownTemplates: KnownVariants<ProfileTemplate> = {};
