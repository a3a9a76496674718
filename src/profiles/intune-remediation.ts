import { made } from "../outcome.js";
import type { ProfileFormat } from "./format.js";
import { graphNames, remediationBody } from "./graph.js";
import { intuneScript, overLimit } from "./limits.js";
import { desktopPolicies } from "./policy-key.js";
import { comparingScript, settingScript } from "./powershell-script.js";
import { hashIntroduction } from "./profile-name.js";

const detectName = "Claude-detect.ps1";
const remediateName = "Claude-remediate.ps1";
const graphName = "Claude-remediation.json";

/**
 * Remediation of Microsoft Intune: one script that ends with 1 where a device's policies differ, one that sets them, and
 * the body of the call to Microsoft Graph that creates it of both. A full statement, as the script of `powershell` is.
 */
export const intuneRemediation: ProfileFormat<Record<never, never>> = {
	title: "Microsoft Intune remediation",
	docs: "https://learn.microsoft.com/intune/intune-service/fundamentals/remediations",
	evidence: "read by tree-sitter's PowerShell grammar, which does not run it, and the types of Microsoft Graph",
	platforms: ["windows"],
	byDefault: false,
	options: {},
	handling: {
		imports: [
			{
				tool: "Microsoft Intune",
				step: "take Claude-detect.ps1 and Claude-remediate.ps1 as the scripts of a remediation that runs as the system, in 64 bits",
			},
			{ tool: "Microsoft Graph", step: "create the remediation with Claude-remediation.json as the body of the call" },
		],
		removal:
			"end the remediation first, which would set the policies anew and takes nothing away itself; then delete SOFTWARE\\Policies\\Claude below HKEY_LOCAL_MACHINE",
	},
	examples: { plain: {} },
	fileNames: () => [detectName, remediateName, graphName],

	render(profile) {
		const { settings } = profile;
		const told = hashIntroduction("Tells whether the policies of Claude Desktop are those", profile);
		const detect = comparingScript(detectName, told, desktopPolicies, settings);
		const set = hashIntroduction("Sets the policies of Claude Desktop", profile);
		const remediate = settingScript(remediateName, set, desktopPolicies, settings);
		const problems = [detect, remediate].flatMap(({ content }) => overLimit("error", content.length, intuneScript));
		if (problems.length > 0) return { problems };
		return made([detect, remediate, remediationBody(graphName, graphNames(profile), detect, remediate)]);
	},
};
