import { made } from "../../outcome.js";
import { codePolicies } from "../policy-key.js";
import { writeRegistryPol } from "../registry-pol-writer.js";
import { type CodeFormat, codeFolder } from "./code-format.js";
import { codeValues } from "./code-profile-names.js";

const name = `${codeFolder}/Registry.pol`;

/** The machine's policy in a Group Policy object of its own. */
export const codeRegistryPol: CodeFormat<Record<never, never>> = {
	title: "Claude Code Group Policy registry file",
	docs: "https://learn.microsoft.com/previous-versions/windows/desktop/policy/registry-policy-file-format",
	evidence: "read by Samba's preg",
	platforms: ["windows"],
	byDefault: false,
	carries: "settings",
	unmarked: { "Registry.pol": "its entries are what devices get, and nothing else has a place" },
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{
				tool: "Group Policy",
				step: "take it as Registry.pol of the machine in a Group Policy object of its own, apart from that of Claude Desktop",
			},
		],
		removal: "take the Group Policy object away from the devices",
	}),
	fileNames: () => [name],

	render(profile) {
		const { value: content, problems } = writeRegistryPol(codePolicies, codeValues(profile));
		return content ? made([{ name, mediaType: "application/octet-stream", content }]) : { problems };
	},
};
