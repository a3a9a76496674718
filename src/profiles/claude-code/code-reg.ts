import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { codePolicies } from "../policy-key.js";
import { introduction } from "../profile-name.js";
import { registryFile, registryValue } from "../registry-file.js";
import { type CodeFormat, codeDescription, codeFolder } from "./code-format.js";
import { codeValues } from "./code-profile-names.js";

const key = `HKEY_LOCAL_MACHINE\\${codePolicies.key}`;
const name = `${codeFolder}/ClaudeCode.reg`;

/** All settings are one value, so that merging the file leaves nothing of an earlier revision. */
export const codeReg: CodeFormat<Record<never, never>> = {
	title: "Claude Code registry file",
	docs: `${codeDocumentation}managed-settings`,
	evidence: "read by hivexregedit",
	platforms: ["windows"],
	byDefault: true,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [{ tool: "configuration managers", step: "merge ClaudeCode.reg on the machine, as the system" }],
		removal: "merge ClaudeCode-remove.reg on the machine, as the system",
	}),
	fileNames: () => [name],

	render(profile) {
		const comment = introduction("Sets the policies of Claude Code", profile.identity, codeDescription(profile));
		const values = codeValues(profile).map(({ name, text }) => registryValue(name, text));
		return made([registryFile(name, comment, [`[${key}]`, ...values])]);
	},

	removals: () => [
		registryFile(`${codeFolder}/ClaudeCode-remove.reg`, ["Removes the policies of Claude Code."], [`[-${key}]`]),
	],
};
