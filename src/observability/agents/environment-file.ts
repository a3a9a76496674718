import type { Platform } from "../../profiles/format.js";
import type { AgentFile, AgentSwitch } from "./other-agent.js";

const places: Readonly<Record<Platform, string>> = {
	linux: "a file of /etc/environment.d whose name ends in .conf, or the launcher of the program",
	macos: "the launcher of the program; no policy sets it",
	windows: "variables of the machine, by device management",
};

/** Switches that are variables of the environment, of which every system has its own way to set them. */
export function environmentFile(platform: Platform, switches: readonly AgentSwitch[]): AgentFile {
	const lines = switches.map(({ name, value }) => `${name}=${value}`);
	return {
		name: "environment",
		place: places[platform],
		mediaType: "text/plain",
		content: `${lines.join("\n")}\n`,
	};
}
