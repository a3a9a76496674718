import { made } from "../outcome.js";
import type { ProfileFormat } from "./format.js";
import { intuneScript, overLimit } from "./limits.js";
import { keyPath, onMachine, powershellScript, settingScript } from "./powershell-script.js";

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
		const script = settingScript(installName, profile);
		return made([script], overLimit("warning", script.content.length, intuneScript));
	},

	beside: () => [
		powershellScript("Claude-remove.ps1", [
			"# Removes the policies of Claude Desktop.",
			keyPath,
			...onMachine(["$machine.DeleteSubKeyTree($path, $false)"], "The policies of Claude Desktop are removed."),
		]),
	],
};
