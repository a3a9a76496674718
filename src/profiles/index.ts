import type { ProfileFormat } from "./format.js";
import { managedSettings } from "./managed-settings.js";
import { mobileconfig } from "./mobileconfig.js";
import { preferencePlist } from "./preference-plist.js";
import { reg } from "./reg.js";

export const profileFormats = {
	mobileconfig,
	preferencePlist,
	reg,
	managedSettings,
} satisfies Record<string, ProfileFormat>;
