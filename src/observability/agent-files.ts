import type { Platform } from "../profiles/format.js";
import { markdownCode, markdownTable, markdownText } from "../table/markdown.js";
import { type OtherAgentName, otherAgents } from "./agents/index.js";
import type { AgentFile, AgentRequest, OtherAgent } from "./agents/other-agent.js";
import type { RenderedFile } from "./rendered-file.js";

/** A file for another coding agent, and how it comes to devices. */
export interface PlacedAgentFile {
	readonly platform: Platform;
	/** Title of the agent. */
	readonly agent: string;
	/** Below `observability/`. */
	readonly path: string;
	/** What delivers it. */
	readonly tool: string;
	/** Where it goes on a device. */
	readonly place: string;
}

/** What delivers a file, by its kind. */
const tools: Readonly<Record<string, string>> = {
	"application/x-apple-aspen-config": "device management for macOS, as a custom profile on the device channel",
	"text/x-registry": "whatever imports registry files as the system",
	"text/plain": "whatever sets variables of the environment",
};

const anyTool = "whatever places files on devices as the system";

/** Where the files of {@link agentFiles} go, in the order of the platforms. */
export function placedAgentFiles(
	words: readonly OtherAgentName[],
	platforms: readonly Platform[],
	request: AgentRequest,
): PlacedAgentFile[] {
	return platforms.flatMap((platform) =>
		words.flatMap((word) => {
			const agent: OtherAgent = otherAgents[word];
			return filesFor(agent, platform, request).map(({ name, mediaType, place }) => ({
				platform,
				agent: agent.title,
				path: belowAgent(word, name),
				tool: tools[mediaType] ?? anyTool,
				place,
			}));
		}),
	);
}

/** What of other coding agents is to be deployed, for the platforms of any group. */
export function agentFiles(
	words: readonly OtherAgentName[],
	platforms: readonly Platform[],
	request: AgentRequest,
): RenderedFile[] {
	return words.flatMap((word): RenderedFile[] => {
		const agent: OtherAgent = otherAgents[word];
		const files = platforms.flatMap((platform) => filesFor(agent, platform, request));
		const page = agentPage(agent, files);
		return [
			...files.map(({ name, mediaType, content }) => ({ name: belowAgent(word, name), mediaType, content })),
			{ name: belowAgent(word, "README.md"), mediaType: "text/markdown", content: page },
		];
	});
}

function filesFor(agent: OtherAgent, platform: Platform, request: AgentRequest): AgentFile[] {
	return agent.files(platform, request).map((file) => ({ ...file, name: `${platform}/${file.name}` }));
}

/** Where a file of an agent's folder is below `observability/`. */
function belowAgent(word: OtherAgentName, name: string): string {
	return `agents/${word}/${name}`;
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
