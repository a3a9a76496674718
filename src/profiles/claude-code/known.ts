// Rendered from the registry beside it by test/known-variants.test.ts; `npx vitest run -u` writes it anew.
import type { KnownVariants } from "../../variant.js";
import type { CodeFormat } from "./code-format.js";
import type { codeFormats } from "./index.js";

/** Every format for Claude Code, before its file is loaded. */
export const knownCodeFormats: KnownVariants<CodeFormat, keyof typeof codeFormats> = {
	codeManagedSettings: {
		title: "Claude Code managed settings",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by Python's json",
		options: ["dropIn"],
		byDefault: true,
		load: async () => (await import("./code-managed-settings.js")).codeManagedSettings,
	},
	codeMobileconfig: {
		title: "Claude Code configuration profile",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules; signatures by openssl",
		options: ["sign"],
		byDefault: true,
		load: async () => (await import("./code-mobileconfig.js")).codeMobileconfig,
	},
	codePreferencePlist: {
		title: "Claude Code preference property list",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by Python's plistlib",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-preference-plist.js")).codePreferencePlist,
	},
	codeIntunePreferenceFile: {
		title: "Claude Code preference file of Microsoft Intune",
		docs: "https://learn.microsoft.com/intune/intune-service/configuration/preference-file-settings-macos",
		evidence: "read by Python's plistlib inside a property list, and the types of Microsoft Graph",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-intune-preference-file.js")).codeIntunePreferenceFile,
	},
	codeWorkspaceOne: {
		title: "Claude Code custom settings of Workspace ONE",
		docs: "https://docs.omnissa.com/bundle/macOS-Device-ManagementVSaaS/page/ConfigureCustomSettingsProfile.html",
		evidence: "read by Python's plistlib inside a property list",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-workspace-one.js")).codeWorkspaceOne,
	},
	codeReg: {
		title: "Claude Code registry file",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by hivexregedit",
		options: [],
		byDefault: true,
		load: async () => (await import("./code-reg.js")).codeReg,
	},
	codePowershell: {
		title: "Claude Code PowerShell script",
		docs: "https://code.claude.com/docs/en/managed-settings",
		evidence: "read by tree-sitter's PowerShell grammar, which does not run it",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-powershell.js")).codePowershell,
	},
	codeIntuneRemediation: {
		title: "Claude Code remediation of Microsoft Intune",
		docs: "https://learn.microsoft.com/intune/intune-service/fundamentals/remediations",
		evidence: "read by tree-sitter's PowerShell grammar, which does not run it, and the types of Microsoft Graph",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-intune-remediation.js")).codeIntuneRemediation,
	},
	codeRegistryPol: {
		title: "Claude Code Group Policy registry file",
		docs: "https://learn.microsoft.com/previous-versions/windows/desktop/policy/registry-policy-file-format",
		evidence: "read by Samba's preg",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-registry-pol.js")).codeRegistryPol,
	},
	codeIntuneOmaUri: {
		title: "Claude Code custom profile of Microsoft Intune (OMA-URI)",
		docs: "https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration",
		evidence: "read by expat, xmllint with Microsoft's schemas and the types of Microsoft Graph",
		options: [],
		byDefault: false,
		load: async () => (await import("./code-intune-oma-uri.js")).codeIntuneOmaUri,
	},
	codeManagedMcp: {
		title: "Claude Code managed MCP servers",
		docs: "https://code.claude.com/docs/en/managed-mcp",
		evidence: "read by Python's json",
		options: [],
		byDefault: true,
		load: async () => (await import("./code-managed-mcp.js")).codeManagedMcp,
	},
};
