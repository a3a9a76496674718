import { toolOfRule } from "../../claude-code/values/permission-rule.js";
import { eachCodeGroup } from "../each-code-group.js";
import { definePolicyRule } from "../policy-rule.js";

const shells = ["Bash", "Monitor", "PowerShell"];

/** https://code.claude.com/docs/en/permission-modes */
export const codePrompts = definePolicyRule({
	id: "code-prompts",
	title: "nobody can let Claude Code act without being asked",
	why: "The prompt before an action is the one moment in which a person sees what a text from elsewhere makes Claude Code do.",
	fix: "Set permissions.disableBypassPermissionsMode and disableAutoMode to disable, and allow no shell as a whole.",
	severity: "warning",
	check: (deployment) =>
		eachCodeGroup(deployment, (code) => [
			...(code.value("permissions.disableBypassPermissionsMode") === "disable"
				? []
				: [code.ofSetting("permissions.disableBypassPermissionsMode", "lets people switch off every prompt")]),
			...(code.value("disableAutoMode") === "disable"
				? []
				: [code.ofSetting("disableAutoMode", "offers the mode in which a model decides instead of people")]),
			...code
				.items("permissions.allow")
				.map(String)
				.filter((rule) => shells.includes(toolOfRule(rule) ?? "") && /^\w+(?:\(\*\))?$/.test(rule))
				.map((rule) => code.ofSetting("permissions.allow", `lets every command of ${rule} run without asking`)),
		]),
});
