import { documentation } from "../configuration/managed-key.js";
import { made, type Outcome } from "../outcome.js";
import type { ReadableProfileFormat } from "./format.js";
import { policyKey } from "./policy-key.js";
import { introduction, profileDescription } from "./profile-name.js";
import { readText } from "./read-text.js";
import { isReg, registryFile, registryValue } from "./registry-file.js";

const key = `HKEY_LOCAL_MACHINE\\${policyKey}`;
/** Removes the key with every value that an earlier revision left there, settings unknown to the catalogue included. */
const deletion = `[-${key}]`;

/**
 * Registry editor file for the machine's policies, every value REG_SZ. A full statement: whatever the key held before,
 * it holds these values alone once the file is merged.
 */
export const reg: ReadableProfileFormat<Record<never, never>> = {
	title: "Windows registry file",
	docs: `${documentation}mdm`,
	evidence: "read by Wine's regedit and hivexregedit",
	platforms: ["windows"],
	byDefault: true,
	options: {},
	handling: {
		imports: [{ tool: "configuration managers", step: "merge Claude.reg on the machine, as the system" }],
		removal: "merge Claude-remove.reg on the machine, as the system",
	},
	examples: { plain: {} },
	fileNames: () => ["Claude.reg"],

	render(profile) {
		const comment = introduction("Sets the policies of Claude Desktop", profile.identity, profileDescription(profile));
		const values = profile.settings.map(({ name, text }) => registryValue(name, text));
		return made([registryFile("Claude.reg", comment, [deletion, "", `[${key}]`, ...values])]);
	},

	removals: () => [registryFile("Claude-remove.reg", ["Removes the policies of Claude Desktop."], [deletion])],

	recognizes: (bytes) => isReg(read(bytes).value ?? ""),

	async decode(bytes) {
		const { value: text, problems } = read(bytes);
		if (text === undefined) return { problems };
		const { carriedByReg } = await import("./reg-reader.js");
		return carriedByReg(text);
	},
};

/** The registry editor writes UTF-16LE with its mark; what people save anew is UTF-8 as well. */
function read(bytes: Uint8Array): Outcome<string> {
	return readText(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
}
