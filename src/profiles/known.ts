// Rendered from the registry beside it by test/known-variants.test.ts; `npx vitest run -u` writes it anew.
import type { KnownVariants } from "../variant.js";
import type { ProfileFormat, ProfileTemplate } from "./format.js";
import type { profileFormats, profileTemplates } from "./index.js";
import { mobileconfig } from "./mobileconfig.js";
import { preferencePlist } from "./preference-plist.js";
import { reg } from "./reg.js";
import { managedSettings } from "./managed-settings.js";
import { bootstrapResponse } from "./bootstrap-response.js";

/** Every format that carries a group's settings, before its file is loaded. */
export const knownFormats: KnownVariants<ProfileFormat, keyof typeof profileFormats> = {
	mobileconfig: {
		title: "macOS configuration profile",
		docs: "https://developer.apple.com/documentation/devicemanagement/toplevel",
		evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules; signatures by openssl",
		options: ["sign"],
		byDefault: true,
		load: async () => mobileconfig,
	},
	preferencePlist: {
		title: "macOS preference property list",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by Python's plistlib",
		options: [],
		byDefault: true,
		load: async () => preferencePlist,
	},
	intunePreferenceFile: {
		title: "Microsoft Intune preference file",
		docs: "https://learn.microsoft.com/intune/intune-service/configuration/preference-file-settings-macos",
		evidence: "read by Python's plistlib inside a property list, and the types of Microsoft Graph",
		options: [],
		byDefault: false,
		load: async () => (await import("./intune-preference-file.js")).intunePreferenceFile,
	},
	workspaceOne: {
		title: "Workspace ONE custom settings",
		docs: "https://docs.omnissa.com/bundle/macOS-Device-ManagementVSaaS/page/ConfigureCustomSettingsProfile.html",
		evidence: "read by Python's plistlib inside a property list",
		options: [],
		byDefault: false,
		load: async () => (await import("./workspace-one.js")).workspaceOne,
	},
	fleet: {
		title: "Fleet GitOps",
		docs: "https://fleetdm.com/docs/configuration/yaml-files#controls",
		evidence: "read by PyYAML and Python's plistlib; Fleet's own check needs a server",
		options: ["label", "excludedLabels"],
		byDefault: false,
		load: async () => (await import("./fleet.js")).fleet,
	},
	reg: {
		title: "Windows registry file",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by Wine's regedit and hivexregedit",
		options: [],
		byDefault: true,
		load: async () => reg,
	},
	powershell: {
		title: "Windows PowerShell script",
		docs: "https://learn.microsoft.com/dotnet/api/microsoft.win32.registrykey",
		evidence: "read by tree-sitter's PowerShell grammar, which does not run it",
		options: [],
		byDefault: false,
		load: async () => (await import("./powershell.js")).powershell,
	},
	intuneRemediation: {
		title: "Microsoft Intune remediation",
		docs: "https://learn.microsoft.com/intune/intune-service/fundamentals/remediations",
		evidence: "read by tree-sitter's PowerShell grammar, which does not run it, and the types of Microsoft Graph",
		options: [],
		byDefault: false,
		load: async () => (await import("./intune-remediation.js")).intuneRemediation,
	},
	registryPol: {
		title: "Group Policy registry file",
		docs: "https://learn.microsoft.com/previous-versions/windows/desktop/policy/registry-policy-file-format",
		evidence: "read by Samba's preg",
		options: [],
		byDefault: false,
		load: async () => (await import("./registry-pol.js")).registryPol,
	},
	intuneOmaUri: {
		title: "Microsoft Intune custom profile (OMA-URI)",
		docs: "https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration",
		evidence: "read by expat, xmllint with Microsoft's schemas and the types of Microsoft Graph",
		options: [],
		byDefault: false,
		load: async () => (await import("./intune-oma-uri.js")).intuneOmaUri,
	},
	managedSettings: {
		title: "Linux managed settings",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by Python's json",
		options: [],
		byDefault: true,
		load: async () => managedSettings,
	},
	linuxInstall: {
		title: "Linux install step",
		docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
		evidence: "read by sh, which runs it, shellcheck, ansible-playbook, which runs it, and ansible-lint",
		options: [],
		byDefault: false,
		load: async () => (await import("./linux-install.js")).linuxInstall,
	},
	bootstrapResponse: {
		title: "Response of a bootstrap server",
		docs: "https://claude.com/docs/third-party/claude-desktop/bootstrap",
		evidence: "the vendor's page alone",
		options: ["secrets"],
		byDefault: true,
		load: async () => bootstrapResponse,
	},
};

/** Every format without values, before its file is loaded. */
export const knownTemplates: KnownVariants<ProfileTemplate, keyof typeof profileTemplates> = {
	admx: {
		title: "Windows policy definitions (ADMX)",
		docs: "https://learn.microsoft.com/intune/intune-service/configuration/administrative-templates-import-custom",
		evidence: "read by xmllint with Microsoft's schemas",
		options: ["namespace"],
		byDefault: false,
		load: async () => (await import("./admx.js")).admx,
	},
	profileManifest: {
		title: "Apple profile manifest",
		docs: "https://github.com/ProfileManifests/ProfileManifests/wiki/Manifest-Format",
		evidence: "read by Python's plistlib",
		options: [],
		byDefault: false,
		load: async () => (await import("./profile-manifest.js")).profileManifest,
	},
	jamfSchema: {
		title: "Jamf Pro custom schema",
		docs: "https://learn.jamf.com/r/en-US/jamf-pro-documentation-current/Computer_Configuration_Profiles",
		evidence: "read by ajv, as a JSON Schema",
		options: [],
		byDefault: false,
		load: async () => (await import("./jamf-schema.js")).jamfSchema,
	},
	codeAdmx: {
		title: "Windows policy definitions of Claude Code (ADMX)",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by xmllint with Microsoft's schemas",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-admx.js")).codeAdmx,
	},
};
