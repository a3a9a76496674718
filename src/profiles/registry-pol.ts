import { made } from "../outcome.js";
import type { ReadableProfileFormat } from "./format.js";
import { policyFileData, settingsOverLimit } from "./limits.js";
import { policyKey } from "./policy-key.js";
import { carriedByRegistry } from "./registry-entry.js";
import { header, isRegistryPol, readRegistryPol, stringType } from "./registry-pol-reader.js";
import { writeRegistryText } from "./registry-text.js";

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
	options: {},
	handling: {
		imports: [{ tool: "Group Policy", step: "take it as Registry.pol of the machine in a Group Policy object" }],
		removal: "take the Group Policy object away from the devices, and see with the check that nothing is left",
	},
	examples: { plain: {} },
	fileNames: () => [fileName],

	render({ settings }) {
		const problems = settingsOverLimit(settings, (text) => writeRegistryText(text).length, policyFileData);
		if (problems.length > 0) return { problems };
		const values = settings.map(({ name, text }) => entry(name, text));
		// The space is what Group Policy's own editor writes.
		const content = Buffer.concat([header, entry("**delvals.", " "), ...values]);
		return made([{ name: fileName, mediaType: "application/octet-stream", content: new Uint8Array(content) }]);
	},

	recognizes: isRegistryPol,

	decode(bytes) {
		const entries = readRegistryPol(bytes);
		return entries.value ? carriedByRegistry(entries.value) : entries;
	},
};

/** `[key;value;type;size;data]`, of which key, value and data end with a null character. */
function entry(name: string, text: string): Buffer {
	const data = writeRegistryText(text);
	const separator = utf16(";");
	return Buffer.concat([
		utf16(`[${policyKey}\0;${name}\0;`),
		unsigned(stringType),
		separator,
		unsigned(data.length),
		separator,
		data,
		utf16("]"),
	]);
}

function utf16(text: string): Buffer {
	return Buffer.from(text, "utf16le");
}

function unsigned(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
