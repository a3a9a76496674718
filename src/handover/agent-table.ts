import type { PlacedAgentFile } from "../observability/placed-agent-files.js";
import { markdownCode as code, markdownTable } from "../table/markdown.js";
import { platformNames } from "./platform-names.js";
import { words } from "./words.js";

/** Which file of another coding agent goes where, with which tool. */
export function agentTable(files: readonly PlacedAgentFile[]): string[] {
	return markdownTable(
		["platform", "agent", "file", "tool", "goes to"],
		files.map(({ platform, agent, path, tool, place }) => [
			platformNames[platform],
			words(agent),
			code(path),
			words(tool),
			words(place),
		]),
	);
}
