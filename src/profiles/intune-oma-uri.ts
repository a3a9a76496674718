import { isKeyName, keyNames } from "../configuration/catalogue.js";
import { made } from "../outcome.js";
import { rootCategory, writeAdmx } from "./admx-writer.js";
import type { ProfileFormat } from "./format.js";
import { graphFile } from "./graph.js";
import { policyText, settingsOverLimit } from "./limits.js";
import { type PolicyDefinition, policyId } from "./policy-definition.js";
import type { EncodedSetting } from "./settings.js";
import { xmlAttribute } from "./xml-text.js";

const fileName = "Claude-oma-uri.json";
const app = "ClaudeCowork";
const policies = "./Device/Vendor/MSFT/Policy";
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
		const body = graphFile(fileName, profile, "windows10CustomConfiguration", {
			omaSettings: [
				setting(
					"Policy definitions",
					`${policies}/ConfigOperations/ADMXInstall/${app}/Policy/${app}Admx`,
					definitions(settings),
				),
				...settings.map(({ name, text }) => {
					const id = policyId(name);
					const value = `<enabled/><data id="${id}" value="${xmlAttribute(text)}"/>`;
					return setting(name, `${policies}/Config/${app}~Policy~${rootCategory}~${category}/${id}`, value);
				}),
			],
		});
		return made([body]);
	},
};

function setting(name: string, omaUri: string, value: string) {
	return { "@odata.type": "#microsoft.graph.omaSettingString", displayName: name, omaUri, value };
}

const category = "Settings";

/** Nobody edits these: every value is a text, whatever its type. */
function definitions(settings: readonly EncodedSetting[]): string {
	const others = settings.map(({ name }) => name).filter((name) => !isKeyName(name));
	if (others.length > 0) return writeAdmx([...keyNames, ...others].map(definition), namespace);
	ofCatalogue ??= writeAdmx(keyNames.map(definition), namespace);
	return ofCatalogue;
}

/** The same for every group without keys of its own, and far larger than its policies. */
let ofCatalogue: string | undefined;

function definition(name: string): PolicyDefinition {
	const element = { kind: "text", maxLength: policyText.most } as const;
	return { name, id: policyId(name), category, element };
}
