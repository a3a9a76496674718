import { made } from "../../outcome.js";
import { graphFile } from "../graph.js";
import { policyText, settingsOverLimit } from "../limits.js";
import { omaSettings, textDefinitions } from "../oma-uri-writer.js";
import { type CodeFormat, codeFolder } from "./code-format.js";
import { codeSet } from "./code-policy-set.js";
import { codeGraphNames, codeValues } from "./code-profile-names.js";

const fileName = `${codeFolder}/ClaudeCode-oma-uri.json`;
/** Apart from the namespace of definitions that somebody may have imported. */
const namespace = "PulumiCowork.Policies.ClaudeCodeOmaUri";

/** Custom profile of Microsoft Intune for Windows: the definition that devices take in, and the one policy. */
export const codeIntuneOmaUri: CodeFormat<Record<never, never>> = {
	title: "Claude Code custom profile of Microsoft Intune (OMA-URI)",
	docs: "https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration",
	evidence: "read by expat, xmllint with Microsoft's schemas and the types of Microsoft Graph",
	platforms: ["windows"],
	byDefault: false,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{ tool: "Microsoft Graph", step: "create a custom profile of Microsoft Intune with it as the body of the call" },
		],
		removal: "take the profile away from the devices",
	}),
	fileNames: () => [fileName],

	render(profile) {
		const values = codeValues(profile);
		const problems = settingsOverLimit(values, ({ length }) => length, policyText);
		if (problems.length > 0) return { problems };
		const names = values.map(({ name }) => name);
		const body = graphFile(fileName, codeGraphNames(profile), "windows10CustomConfiguration", {
			omaSettings: omaSettings(codeSet, "PulumiClaudeCode", textDefinitions(codeSet, names, namespace), values),
		});
		return made([body]);
	},
};
