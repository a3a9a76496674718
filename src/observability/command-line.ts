import type { ObservedPart } from "./observed-part.js";
import { isReached } from "./phase.js";

/** What is said of groups whose Claude Code on the command line nobody tells to send anything. */
export function silentCommandLine(groups: readonly string[]): string {
	return `Claude Code on the command line of ${groups.join(", ")} sends nothing, so that no detection sees what is done there: nothing in claudeCode of the deployment or the group writes its settings. Cowork and the Code tab of Claude Desktop send`;
}

/** Groups whose devices report, but for Claude Code on the command line: that reads no settings of Claude Desktop. */
export function groupsWithSilentCommandLine({ observability, groups }: ObservedPart): string[] {
	if (!isReached("managed", observability.phase)) return [];
	return Object.entries(groups).flatMap(([name, { reportsFromCommandLine }]) => (reportsFromCommandLine ? [] : [name]));
}
