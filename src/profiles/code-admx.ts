import { codeDocumentation } from "../claude-code/code-setting.js";
import { made } from "../outcome.js";
import { writeAdml, writeAdmx } from "./admx-writer.js";
import { writeZip } from "./archive.js";
import { codeSet } from "./claude-code/code-policy-set.js";
import type { ProfileTemplate } from "./format.js";
import { policyText } from "./limits.js";
import type { PolicyDefinition } from "./policy-definition.js";

/** Beside that of the vendor's example, whose file is `ClaudeCode.admx`. */
const namespace = "PulumiCowork.Policies.ClaudeCode";
const source = `${codeDocumentation}managed-settings`;

const settings: PolicyDefinition = {
	name: "Settings",
	id: "Settings",
	category: "Settings",
	explanation: `All managed settings as one text of JSON on one line, as in managed-settings.json.\n\n${source}`,
	element: { kind: "text", maxLength: policyText.most },
};

/** Policy definitions for Group Policy's central store and for import into consoles: one policy, which takes the JSON. */
export const codeAdmx: ProfileTemplate<Record<never, never>> = {
	title: "Windows policy definitions of Claude Code (ADMX)",
	docs: source,
	evidence: "read by xmllint with Microsoft's schemas",
	platforms: ["windows"],
	byDefault: false,
	options: {},
	examples: { plain: {} },

	async render() {
		const content = await writeZip({
			"PolicyDefinitions/PulumiClaudeCode.admx": writeAdmx(codeSet, [settings], namespace),
			"PolicyDefinitions/en-US/PulumiClaudeCode.adml": writeAdml(codeSet, [settings]),
		});
		return made([{ name: "ClaudeCode-admx.zip", mediaType: "application/zip", content }]);
	},
};
