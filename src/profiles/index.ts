import { admx } from "./admx.js";
import { bootstrapResponse } from "./bootstrap-response.js";
import { codeAdmx } from "./code-admx.js";
import { fleet } from "./fleet.js";
import type { ProfileFormat, ProfileTemplate } from "./format.js";
import { intuneOmaUri } from "./intune-oma-uri.js";
import { intunePreferenceFile } from "./intune-preference-file.js";
import { intuneRemediation } from "./intune-remediation.js";
import { jamfSchema } from "./jamf-schema.js";
import { linuxInstall } from "./linux-install.js";
import { managedSettings } from "./managed-settings.js";
import { mobileconfig } from "./mobileconfig.js";
import { powershell } from "./powershell.js";
import { preferencePlist } from "./preference-plist.js";
import { profileManifest } from "./profile-manifest.js";
import { reg } from "./reg.js";
import { registryPol } from "./registry-pol.js";
import { workspaceOne } from "./workspace-one.js";

/** Every format that carries a group's settings, by the word of a deployment file. */
export const profileFormats = {
	mobileconfig,
	preferencePlist,
	intunePreferenceFile,
	workspaceOne,
	fleet,
	reg,
	powershell,
	intuneRemediation,
	registryPol,
	intuneOmaUri,
	managedSettings,
	linuxInstall,
	bootstrapResponse,
} satisfies Record<string, ProfileFormat>;

/** Every format without values, by the word of a deployment file; no word is that of a format with values. */
export const profileTemplates = { admx, profileManifest, jamfSchema, codeAdmx } satisfies Record<
	string,
	ProfileTemplate
>;
