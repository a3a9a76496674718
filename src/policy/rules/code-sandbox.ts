import { type CodeGroup, eachCodeGroup } from "../each-code-group.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

/** https://code.claude.com/docs/en/sandboxing, which knows no sandbox on Windows. */
export const codeSandbox = definePolicyRule({
	id: "code-sandbox",
	title: "shell commands of Claude Code run in its sandbox, and reach managed hosts alone",
	why: "Rules of permissions look at what a command is called; only the sandbox holds what the command then starts.",
	fix: "Set sandbox.enabled and sandbox.network.allowManagedDomainsOnly to true, sandbox.allowUnsandboxedCommands to false, and exclude no command.",
	severity: "warning",
	check: (deployment) =>
		eachCodeGroup(deployment, (code) =>
			code.group.platforms.some((platform) => platform !== "windows") ? outside(code) : [],
		),
});

function outside(code: CodeGroup): PolicyFinding[] {
	if (code.value("sandbox.enabled") !== true) {
		return [code.ofSetting("sandbox.enabled", "runs shell commands outside of a sandbox")];
	}
	return [
		...(code.value("sandbox.allowUnsandboxedCommands") === false
			? []
			: [code.ofSetting("sandbox.allowUnsandboxedCommands", "runs a command outside that fails in the sandbox")]),
		...(code.value("sandbox.network.allowManagedDomainsOnly") === true
			? []
			: [code.ofSetting("sandbox.network.allowManagedDomainsOnly", "lets people open further hosts to commands")]),
		...code
			.items("sandbox.excludedCommands")
			.map((command) => code.ofSetting("sandbox.excludedCommands", `runs ${String(command)} outside of the sandbox`)),
	];
}
