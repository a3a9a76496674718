import { definePolicyRule } from "../policy-rule.js";

/** https://code.claude.com/docs/en/managed-settings */
export const codeManaged = definePolicyRule({
	id: "code-managed",
	title: "every group has managed settings of Claude Code",
	why: "On the command line Claude Code goes by what people set themselves where its managed settings are missing, and what Claude Desktop restricts holds in its own window alone.",
	fix: "Give the deployment, or the group, claudeCode; switches: private is a start.",
	severity: "warning",
	check: ({ groups }) =>
		Object.entries(groups)
			.filter(([, { claudeCode }]) => claudeCode === undefined)
			.map(([group]) => ({ subject: "claudeCode", group, says: "has no managed settings of Claude Code" })),
});
