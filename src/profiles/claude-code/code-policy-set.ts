import type { PolicySet } from "../admx-writer.js";
import { codePolicies } from "../policy-key.js";

/** The one policy of Claude Code, as definitions name it. */
export const codeSet: PolicySet = {
	holder: codePolicies,
	prefix: "claudecode",
	root: { id: "ClaudeCode", title: "Claude Code" },
	description: "Managed settings of Claude Code",
};
