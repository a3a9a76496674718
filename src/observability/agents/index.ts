import { amazonQ } from "./amazon-q.js";
import { cline } from "./cline.js";
import { codex } from "./codex.js";
import { continueDev } from "./continue-dev.js";
import { copilot } from "./copilot.js";
import { cursor } from "./cursor.js";
import { opencode } from "./opencode.js";
import type { OtherAgent } from "./other-agent.js";
import { pi } from "./pi.js";
import { vscode } from "./vscode.js";

/** A word of another coding agent. */
export type OtherAgentName =
	| "codex"
	| "vscode"
	| "copilot"
	| "continue"
	| "opencode"
	| "pi"
	| "cursor"
	| "cline"
	| "amazonQ";

/** Other coding agents, by the word that deployments use. */
export const otherAgents = {
	codex,
	vscode,
	copilot,
	continue: continueDev,
	opencode,
	pi,
	cursor,
	cline,
	amazonQ,
} satisfies Readonly<Record<OtherAgentName, OtherAgent>>;
