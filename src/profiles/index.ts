import type { ProfileFormat, ProfileTemplate } from "./format.js";
import { managedSettings } from "./managed-settings.js";
import { mobileconfig } from "./mobileconfig.js";
import { preferencePlist } from "./preference-plist.js";
import { reg } from "./reg.js";

/** Every format that carries a group's settings, by the word of a deployment file. */
export const profileFormats = {
	mobileconfig,
	preferencePlist,
	reg,
	managedSettings,
} satisfies Record<string, ProfileFormat>;

/** Every format without values, by the word of a deployment file; no word is that of a format with values. */
export const profileTemplates = {} satisfies Record<string, ProfileTemplate>;
