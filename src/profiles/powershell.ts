import { made } from "../outcome.js";
import type { ProfileFormat } from "./format.js";
import { intuneScript, overLimit } from "./limits.js";
import { desktopPolicies } from "./policy-key.js";
import { removingScript, settingScript } from "./powershell-script.js";
import { hashIntroduction } from "./profile-name.js";

const installName = "Claude-install.ps1";

/**
 * Script that sets the machine's policies, for whatever runs scripts as the system. A full statement: the key then holds
 * these values alone.
 */
export const powershell: ProfileFormat<Record<never, never>> = {
	title: "Windows PowerShell script",
	docs: "https://learn.microsoft.com/dotnet/api/microsoft.win32.registrykey",
	evidence: "read by tree-sitter's PowerShell grammar, which does not run it",
	platforms: ["windows"],
	byDefault: false,
	options: {},
	handling: {
		imports: [{ tool: "configuration managers", step: "run Claude-install.ps1 as the system" }],
		removal: "run Claude-remove.ps1 as the system",
	},
	examples: { plain: {} },
	fileNames: () => [installName],

	render(profile) {
		const introduction = hashIntroduction("Sets the policies of Claude Desktop", profile);
		const script = settingScript(installName, introduction, desktopPolicies, profile.settings);
		return made([script], overLimit("warning", script.content.length, intuneScript));
	},

	removals: () => [removingScript("Claude-remove.ps1", desktopPolicies)],
};
