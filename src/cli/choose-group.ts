import type { GroupPlan } from "../deployment/plan-with.js";
import { fewOf } from "../handover/words.js";
import { suggestName } from "../nearest-name.js";
import { CommandExit } from "./exit.js";

/** The plan of a group by name, which a deployment with one group need not be told. */
export function chooseGroup(groups: ReadonlyMap<string, GroupPlan>, name: string | undefined): GroupPlan {
	const [first, ...others] = groups.values();
	if (name === undefined) {
		if (first && others.length === 0) return first;
		throw new CommandExit(
			2,
			`the deployment has several groups; add --group with one of ${fewOf([...groups.keys()], "groups")}`,
		);
	}
	const group = groups.get(name);
	if (!group) throw new CommandExit(2, `no group "${name}"; ${suggestName(name, [...groups.keys()])}`);
	return group;
}
