import type { GroupPlan } from "../deployment/plan.js";
import { suggestName } from "../nearest-name.js";
import { CommandExit } from "./exit.js";

/** The plan of a group by name. */
export function chooseGroup(groups: ReadonlyMap<string, GroupPlan>, name: string): GroupPlan {
	const group = groups.get(name);
	if (!group) throw new CommandExit(2, `no group "${name}"; ${suggestName(name, [...groups.keys()])}`);
	return group;
}
