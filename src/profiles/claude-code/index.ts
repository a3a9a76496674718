import type { CodeFormat } from "./code-format.js";
import { codeIntuneOmaUri } from "./code-intune-oma-uri.js";
import { codeIntunePreferenceFile } from "./code-intune-preference-file.js";
import { codeIntuneRemediation } from "./code-intune-remediation.js";
import { codeManagedMcp } from "./code-managed-mcp.js";
import { codeManagedSettings } from "./code-managed-settings.js";
import { codeMobileconfig } from "./code-mobileconfig.js";
import { codePowershell } from "./code-powershell.js";
import { codePreferencePlist } from "./code-preference-plist.js";
import { codeReg } from "./code-reg.js";
import { codeRegistryPol } from "./code-registry-pol.js";
import { codeWorkspaceOne } from "./code-workspace-one.js";

/** Every format for Claude Code, by the word of a deployment file; no word is that of a format of Claude Desktop. */
export const codeFormats = {
	codeManagedSettings,
	codeMobileconfig,
	codePreferencePlist,
	codeIntunePreferenceFile,
	codeWorkspaceOne,
	codeReg,
	codePowershell,
	codeIntuneRemediation,
	codeRegistryPol,
	codeIntuneOmaUri,
	codeManagedMcp,
} satisfies Record<string, CodeFormat>;
