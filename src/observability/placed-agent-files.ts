import type { Platform } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import type { OtherAgentName } from "./agents/index.js";
import type { AgentFile, AgentRequest, OtherAgent } from "./agents/other-agent.js";

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

/** Where the files of those agents go, in the order of the platforms. */
export function placedAgentFiles(
	words: readonly OtherAgentName[],
	agents: Registries["otherAgents"],
	platforms: readonly Platform[],
	request: AgentRequest,
): PlacedAgentFile[] {
	return platforms.flatMap((platform) =>
		agentsOf(words, agents).flatMap(([word, agent]) =>
			filesFor(agent, platform, request).map(({ name, mediaType, place }) => ({
				platform,
				agent: agent.title,
				path: belowAgent(word, name),
				tool: tools[mediaType] ?? anyTool,
				place,
			})),
		),
	);
}

/** In the order of the words. */
export function agentsOf(
	words: readonly OtherAgentName[],
	agents: Registries["otherAgents"],
): (readonly [OtherAgentName, OtherAgent])[] {
	return words.flatMap((word) => {
		const agent = agents[word];
		return agent ? [[word, agent] as const] : [];
	});
}

export function filesFor(agent: OtherAgent, platform: Platform, request: AgentRequest): AgentFile[] {
	return agent.files(platform, request).map((file) => ({ ...file, name: `${platform}/${file.name}` }));
}

/** Where a file of an agent's folder is below `observability/`. */
export function belowAgent(word: OtherAgentName, name: string): string {
	return `agents/${word}/${name}`;
}
