import { made } from "../outcome.js";
import type { ReadableProfileFormat } from "./format.js";
import { desktopPolicies } from "./policy-key.js";
import { carriedByRegistry } from "./registry-entry.js";
import { isRegistryPol, readRegistryPol } from "./registry-pol-reader.js";
import { writeRegistryPol } from "./registry-pol-writer.js";

const fileName = "Registry.pol";

/**
 * The machine's policies of a Group Policy object, every value REG_SZ. A full statement: whatever the key held before is
 * deleted first.
 */
export const registryPol: ReadableProfileFormat<Record<never, never>> = {
	title: "Group Policy registry file",
	docs: "https://learn.microsoft.com/previous-versions/windows/desktop/policy/registry-policy-file-format",
	evidence: "read by Samba's preg",
	platforms: ["windows"],
	byDefault: false,
	unmarked: { "Registry.pol": "its entries are what devices get, and nothing else has a place" },
	options: {},
	handling: {
		imports: [{ tool: "Group Policy", step: "take it as Registry.pol of the machine in a Group Policy object" }],
		removal: "take the Group Policy object away from the devices, and see with the check that nothing is left",
	},
	examples: { plain: {} },
	fileNames: () => [fileName],

	render({ settings }) {
		const { value: content, problems } = writeRegistryPol(desktopPolicies, settings);
		return content ? made([{ name: fileName, mediaType: "application/octet-stream", content }]) : { problems };
	},

	recognizes: isRegistryPol,

	decode(bytes) {
		const entries = readRegistryPol(bytes);
		return entries.value ? carriedByRegistry(entries.value) : entries;
	},
};
