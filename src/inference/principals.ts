/** What of the route's block a group may state anew. */
export type OwnStatement = "models" | "signIn";

/** A group, as far as it matters who shares a principal with whom. */
export interface StatingGroup {
	readonly name: string;
	/** What the group states of its own, whatever it says. */
	readonly states: readonly OwnStatement[];
}

/** One principal to be: what a cloud knows the people of some groups as. */
export interface Principal<Group extends StatingGroup = StatingGroup> {
	/** Stays while the principal does: `shared`, or `group-<name>` where it is one group's alone. */
	readonly id: string;
	/** Present where it is one group's alone. */
	readonly group?: string;
	readonly groups: readonly Group[];
}

/**
 * The principals that a deployment needs, in every cloud. A group that states models or a way to sign in of its own has a
 * principal of its own, and so has one that `apart` names; the others share one. So no change in one group renames what
 * another signs in as; and a group that starts to state its own leaves the shared one, which goes with the last group.
 */
export function principalsOf<Group extends StatingGroup>(
	groups: readonly Group[],
	apart: (group: Group) => boolean = () => false,
): Principal<Group>[] {
	const isAlone = (group: Group) => group.states.length > 0 || apart(group);
	const sharing = groups.filter((group) => !isAlone(group));
	const shared: Principal<Group>[] = sharing.length > 0 ? [{ id: "shared", groups: sharing }] : [];
	const alone = groups.filter(isAlone).map((group) => ({
		id: `group-${group.name}`,
		group: group.name,
		groups: [group],
	}));
	return [...shared, ...alone];
}
