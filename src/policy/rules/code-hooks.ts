import { eachCodeGroup } from "../each-code-group.js";
import { definePolicyRule } from "../policy-rule.js";

/** https://code.claude.com/docs/en/settings-reference#allowmanagedhooksonly */
export const codeHooks = definePolicyRule({
	id: "code-hooks",
	title: "hooks of the organisation are all that Claude Code runs",
	why: "A hook is a command that runs by itself with the rights of the user; one in a cloned repository is whoever wrote that repository.",
	fix: "Set allowManagedHooksOnly to true, or disableAllHooks where there are none.",
	severity: "warning",
	check: (deployment) =>
		eachCodeGroup(deployment, (code) =>
			code.value("allowManagedHooksOnly") === true || code.value("disableAllHooks") === true
				? []
				: [code.ofSetting("allowManagedHooksOnly", "runs hooks that people and repositories bring")],
		),
});
