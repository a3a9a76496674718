import { matchesAny } from "../../pattern.js";
import { list, text } from "../../shape/build.js";
import { type CodeGroup, eachCodeGroup } from "../each-code-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

/** https://code.claude.com/docs/en/managed-mcp */
export const codeServers = definePolicyRule<{ readonly servers: readonly string[] }>({
	id: "code-servers",
	title: "approved MCP servers are all that Claude Code has, and people add none",
	why: "A server sees what the program sends it and answers into the session; nobody has looked at one that people or repositories bring.",
	fix: "Write mcp, whose servers are then all there are, or allowManagedMcpServersOnly with allowedMcpServers; approve a server by its name under servers.",
	severity: "warning",
	parameters: parameters({
		servers: {
			shape: list(text()),
			summary: "Names of approved servers. `*` stands for any text.",
			default: ["*"],
		},
	}),
	check: (deployment, { servers }) =>
		eachCodeGroup(deployment, (code) => [
			...added(code),
			...Object.keys(code.servers ?? {})
				.filter((name) => !matchesAny(servers, name))
				.map((name) => code.ofServer(name, `is the server ${name}, which servers does not name`)),
		]),
});

function added(code: CodeGroup): PolicyFinding[] {
	const isClosed = code.servers !== undefined || isListed(code);
	return [
		...(isClosed ? [] : [code.ofSetting("allowManagedMcpServersOnly", "lets people add MCP servers")]),
		...(code.value("enableAllProjectMcpServers") === true
			? [code.ofSetting("enableAllProjectMcpServers", "takes every server that a repository names")]
			: []),
		...(code.value("allowAllClaudeAiMcps") === true
			? [code.ofSetting("allowAllClaudeAiMcps", "takes the connectors of people's accounts")]
			: []),
	];
}

/** The lock alone admits every server: what is not listed is refused only where there is a list. */
function isListed(code: CodeGroup): boolean {
	return code.value("allowManagedMcpServersOnly") === true && code.value("allowedMcpServers") !== undefined;
}
