import type { ObservedPart } from "./observed-part.js";
import { isReached } from "./phase.js";

/** What is said where there are groups whose Claude Code on the command line nobody tells to send anything. */
export function silentCommandLine(part: ObservedPart): string[] {
	const groups = groupsWithSilentCommandLine(part);
	if (groups.length === 0) return [];
	const says = `Claude Code on the command line of ${groups.join(", ")} sends nothing, so that no detection sees what is done there: nothing in claudeCode of the deployment or the group writes its settings. Cowork and the Code tab of Claude Desktop send`;
	return [says];
}

/** Groups whose devices report, but for Claude Code on the command line: that reads no settings of Claude Desktop. */
export function groupsWithSilentCommandLine({ observability, groups }: ObservedPart): string[] {
	if (!isReached("managed", observability.phase)) return [];
	return Object.entries(groups).flatMap(([name, { reportsFromCommandLine }]) => (reportsFromCommandLine ? [] : [name]));
}
