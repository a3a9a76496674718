import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { intuneScript, overLimit } from "../limits.js";
import { codePolicies } from "../policy-key.js";
import { removingScript, settingScript } from "../powershell-script.js";
import { type CodeFormat, codeFolder } from "./code-format.js";
import { codeIntroduction, codeValues } from "./code-profile-names.js";

const installName = `${codeFolder}/ClaudeCode-install.ps1`;

/** Script that sets the machine's policy, for whatever runs scripts as the system. */
export const codePowershell: CodeFormat<Record<never, never>> = {
	title: "Claude Code PowerShell script",
	docs: `${codeDocumentation}managed-settings`,
	evidence: "read by tree-sitter's PowerShell grammar, which does not run it",
	platforms: ["windows"],
	byDefault: false,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{ tool: "configuration managers", step: "run ClaudeCode-install.ps1 as the system" },
			{ tool: "Microsoft Intune", step: "give it as a platform script that runs as the system, in 64 bits" },
		],
		removal: "run ClaudeCode-remove.ps1 as the system",
	}),
	fileNames: () => [installName],

	render(profile) {
		const head = codeIntroduction("Sets the policies of Claude Code", profile);
		const script = settingScript(installName, head, codePolicies, codeValues(profile));
		return made([script], overLimit("warning", script.content.length, intuneScript));
	},

	removals: () => [removingScript(`${codeFolder}/ClaudeCode-remove.ps1`, codePolicies)],
};
