import type { Loadable } from "../../variant.js";
import type { OtherAgentName } from "./index.js";
import type { OtherAgent } from "./other-agent.js";

/** Every other coding agent, in the order that files are written in, before its file is loaded. */
export const knownAgents: Loadable<OtherAgent, OtherAgentName> = {
	codex: { load: async () => (await import("./codex.js")).codex },
	vscode: { load: async () => (await import("./vscode.js")).vscode },
	copilot: { load: async () => (await import("./copilot.js")).copilot },
	continue: { load: async () => (await import("./continue-dev.js")).continueDev },
	opencode: { load: async () => (await import("./opencode.js")).opencode },
	pi: { load: async () => (await import("./pi.js")).pi },
	cursor: { load: async () => (await import("./cursor.js")).cursor },
	cline: { load: async () => (await import("./cline.js")).cline },
	amazonQ: { load: async () => (await import("./amazon-q.js")).amazonQ },
};
