import { made } from "../outcome.js";
import { textMatching } from "../shape/build.js";
import { desktopSet, writeAdml, writeAdmx } from "./admx-writer.js";
import { writeZip } from "./archive.js";
import type { ProfileTemplate } from "./format.js";
import { catalogueDefinitions } from "./policy-definition.js";

export interface AdmxOptions {
	/**
	 * Namespace of the definitions. Microsoft Intune refuses a second import of the same one: delete the first import, or
	 * name another.
	 * @default "PulumiCowork.Policies.Claude"
	 */
	readonly namespace?: string;
}

/** Beside those of the vendor, whose namespace is `Anthropic.Policies.Claude` and whose file is `Claude.admx`. */
export const ownNamespace = "PulumiCowork.Policies.Claude";

/** Policy definitions with every key of the catalogue, for Group Policy's central store and for import into consoles. */
export const admx: ProfileTemplate<AdmxOptions> = {
	title: "Windows policy definitions (ADMX)",
	docs: "https://learn.microsoft.com/intune/intune-service/configuration/administrative-templates-import-custom",
	evidence: "read by xmllint with Microsoft's schemas",
	platforms: ["windows"],
	byDefault: false,
	options: {
		namespace: {
			shape: textMatching(
				"policy-namespace",
				/^(?!Microsoft\.|Anthropic\.)[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+$/,
				"is no namespace of its own; expected words of letters and digits with dots between them, of neither Microsoft nor Anthropic",
			),
			summary: "Namespace of the definitions; Microsoft Intune refuses a second import of the same one.",
			default: ownNamespace,
		},
	},
	examples: { plain: {}, "second-import": { namespace: "ExampleCorp.Policies.Claude2" } },

	async render(_, { namespace = ownNamespace }) {
		const definitions = catalogueDefinitions();
		const content = await writeZip({
			"PolicyDefinitions/ClaudeCowork.admx": writeAdmx(desktopSet, definitions, namespace),
			"PolicyDefinitions/en-US/ClaudeCowork.adml": writeAdml(desktopSet, definitions),
		});
		return made([{ name: "ClaudeCowork-admx.zip", mediaType: "application/zip", content }]);
	},
};
