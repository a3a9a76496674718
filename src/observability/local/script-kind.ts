import type { Platform } from "../../profiles/format.js";
import type { LocalAction } from "./local-action.js";

/** What scripts of a test machine are written in. */
export interface ScriptKind {
	/** Whose machines run them. */
	readonly platforms: readonly Platform[];
	readonly mediaType: string;
	/** Below the folder of a group: variables of a shell that Claude Code is started from. */
	readonly variables: {
		readonly name: string;
		readonly mediaType: string;
		readonly write: (variables: Readonly<Record<string, string>>) => string;
	};
	/** Below the folder of a group: what has Claude Code do each action. */
	readonly actions: {
		readonly name: string;
		readonly write: (group: string, actions: readonly LocalAction[]) => string;
	};
	/** Below the folder of the kit: what tells whether the events came. */
	readonly check: { readonly name: string; readonly content: string };
	/** What the kit's page says: lines of Markdown. */
	readonly page: {
		/** How the container starts. */
		readonly collector: readonly string[];
		/** How the programs start. */
		readonly programs: readonly string[];
		/** How a group's scripts run. */
		readonly runs: (group: string) => readonly string[];
	};
}
