import type { Platform } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { markdownCode, markdownTable, markdownText } from "../table/markdown.js";
import type { OtherAgentName } from "./agents/index.js";
import type { AgentRequest, OtherAgent } from "./agents/other-agent.js";
import { agentsOf, belowAgent, filesFor } from "./placed-agent-files.js";
import type { RenderedFile } from "./rendered-file.js";

/** What of other coding agents is to be deployed, for the platforms of any group. */
export function agentFiles(
	words: readonly OtherAgentName[],
	agents: Registries["otherAgents"],
	platforms: readonly Platform[],
	request: AgentRequest,
): RenderedFile[] {
	return agentsOf(words, agents).flatMap(([word, agent]): RenderedFile[] => {
		const files = platforms.flatMap((platform) => filesFor(agent, platform, request));
		const page = agentPage(agent, files);
		return [
			...files.map(({ name, mediaType, content }) => ({ name: belowAgent(word, name), mediaType, content })),
			{ name: belowAgent(word, "README.md"), mediaType: "text/markdown", content: page },
		];
	});
}

function agentPage(agent: OtherAgent, files: readonly { readonly name: string; readonly place: string }[]): string {
	const { title, switches, notWritten, mustStay } = agent;
	const lines = [
		`# ${markdownText(title)}`,
		"",
		"## Files",
		"",
		...markdownTable(
			["file", "where it goes"],
			files.map(({ name, place }) => [markdownCode(name), markdownText(place)]),
		),
		"",
		"## Switches",
		"",
		...markdownTable(
			["switch", "value", "what it does", "users can set it back", "source"],
			switches.map(({ name, value, effect, enforced, source }) => [
				markdownCode(name),
				markdownCode(String(value)),
				markdownText(effect),
				enforced ? "no" : "yes",
				markdownText(source),
			]),
		),
		"",
		"## Not written",
		"",
		...markdownTable(
			["switch", "why"],
			notWritten.map(({ name, because }) => [markdownCode(name), markdownText(because)]),
		),
		"",
		"## What must stay reachable",
		"",
		...mustStay.map((host) => `- ${markdownText(host)}`),
		"",
		"Hosts of its telemetry are denied by `deny.agents` of a firewall block.",
	];
	return `${lines.join("\n")}\n`;
}
