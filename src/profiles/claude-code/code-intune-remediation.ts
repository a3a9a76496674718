import { made } from "../../outcome.js";
import { remediationBody } from "../graph.js";
import { intuneScript, overLimit } from "../limits.js";
import { codePolicies } from "../policy-key.js";
import { comparingScript, settingScript } from "../powershell-script.js";
import { type CodeFormat, codeFolder } from "./code-format.js";
import { codeGraphNames, codeIntroduction, codeValues } from "./code-profile-names.js";

const detectName = `${codeFolder}/ClaudeCode-detect.ps1`;
const remediateName = `${codeFolder}/ClaudeCode-remediate.ps1`;
const graphName = `${codeFolder}/ClaudeCode-remediation.json`;

/** Remediation of Microsoft Intune: one script that ends with 1 where a device's policy differs, and one that sets it. */
export const codeIntuneRemediation: CodeFormat<Record<never, never>> = {
	title: "Claude Code remediation of Microsoft Intune",
	docs: "https://learn.microsoft.com/intune/intune-service/fundamentals/remediations",
	evidence: "read by tree-sitter's PowerShell grammar, which does not run it, and the types of Microsoft Graph",
	platforms: ["windows"],
	byDefault: false,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{
				tool: "Microsoft Intune",
				step: "take ClaudeCode-detect.ps1 and ClaudeCode-remediate.ps1 as the scripts of a remediation that runs as the system, in 64 bits",
			},
			{
				tool: "Microsoft Graph",
				step: "create the remediation with ClaudeCode-remediation.json as the body of the call",
			},
		],
		removal: `end the remediation first, which would set the policy anew; then delete ${codePolicies.key} below HKEY_LOCAL_MACHINE`,
	}),
	fileNames: () => [detectName, remediateName, graphName],

	render(profile) {
		const values = codeValues(profile);
		const told = codeIntroduction("Tells whether the policies of Claude Code are those", profile);
		const detect = comparingScript(detectName, told, codePolicies, values);
		const set = codeIntroduction("Sets the policies of Claude Code", profile);
		const remediate = settingScript(remediateName, set, codePolicies, values);
		const problems = [detect, remediate].flatMap(({ content }) => overLimit("error", content.length, intuneScript));
		if (problems.length > 0) return { problems };
		return made([detect, remediate, remediationBody(graphName, codeGraphNames(profile), detect, remediate)]);
	},
};
