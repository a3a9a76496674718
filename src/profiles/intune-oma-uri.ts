import { isKeyName, keyNames } from "../configuration/catalogue.js";
import { made } from "../outcome.js";
import { desktopSet } from "./admx-writer.js";
import type { ProfileFormat } from "./format.js";
import { graphFile, graphNames } from "./graph.js";
import { policyText, settingsOverLimit } from "./limits.js";
import { omaSettings, textDefinitions } from "./oma-uri-writer.js";
import type { EncodedSetting } from "./settings.js";

const fileName = "Claude-oma-uri.json";
const app = "ClaudeCowork";
/** Apart from the namespace of definitions that somebody may have imported. */
const namespace = "PulumiCowork.Policies.ClaudeOmaUri";

/**
 * Custom profile of Microsoft Intune for Windows, as the body of the call to Microsoft Graph that creates it: the policy
 * definitions that devices take in, and a policy for each setting. It holds a definition for every key of the catalogue,
 * so that a device still knows a policy that a later revision leaves out.
 */
export const intuneOmaUri: ProfileFormat<Record<never, never>> = {
	title: "Microsoft Intune custom profile (OMA-URI)",
	docs: "https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration",
	evidence: "read by expat, xmllint with Microsoft's schemas and the types of Microsoft Graph",
	platforms: ["windows"],
	byDefault: false,
	options: {},
	handling: {
		imports: [
			{ tool: "Microsoft Graph", step: "create a custom profile of Microsoft Intune with it as the body of the call" },
		],
		removal: "take the profile away from the devices, and see with the check that nothing is left",
	},
	examples: { plain: {} },
	fileNames: () => [fileName],

	render(profile) {
		const { settings } = profile;
		const problems = settingsOverLimit(settings, ({ length }) => length, policyText);
		if (problems.length > 0) return { problems };
		const body = graphFile(fileName, graphNames(profile), "windows10CustomConfiguration", {
			omaSettings: omaSettings(desktopSet, app, definitions(settings), settings),
		});
		return made([body]);
	},
};

function definitions(settings: readonly EncodedSetting[]): string {
	const others = settings.map(({ name }) => name).filter((name) => !isKeyName(name));
	if (others.length > 0) return textDefinitions(desktopSet, [...keyNames, ...others], namespace);
	ofCatalogue ??= textDefinitions(desktopSet, keyNames, namespace);
	return ofCatalogue;
}

/** The same for every group without keys of its own, and far larger than its policies. */
let ofCatalogue: string | undefined;
