import { formatPath } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import type { PlannedIdentity } from "./cloud-plan.js";
import type { DeploymentIdentities, IdentityLedger } from "./identity-ledger.js";
import { isRetired, namesIn, type Retire } from "./retire.js";

/**
 * What an update from one ledger to the next takes from devices: an error for each deployment whose devices would lose
 * unasked what they sign in with, and warnings for what is worth knowing. Paths are those of the deployment.
 */
export function checkRetirement(before: IdentityLedger, after: IdentityLedger): Problem[] {
	const problems = Object.entries(before).flatMap(([deployment, was]) => {
		const is = after[deployment];
		const retiredNow = is ? is.retire : namedBy(after);
		const lost = was.identities.filter(
			(identity) => !isKept(identity, is) && !isMoved(deployment, identity, before, after),
		);
		const unasked = lost.filter(
			({ name, leaving }) => leaving !== true && !isRetired(name, was.retire) && !isRetired(name, retiredNow),
		);
		return [...refusal(deployment, was, unasked, after), ...partings(was, is)];
	});
	return [...problems, ...staleNames(before, after)];
}

/**
 * Its successor of the same name is the same thing, unless that is in another place; but what was created here goes when
 * it is said to exist elsewhere.
 */
function continues(identity: PlannedIdentity, later: PlannedIdentity): boolean {
	if (later.name !== identity.name || (later.existing === true && identity.existing !== true)) return false;
	return differingPlaces(identity, later).length === 0;
}

/** Words for where two differ; of what only one says, nobody knows. */
function differingPlaces({ place = {} }: PlannedIdentity, { place: later = {} }: PlannedIdentity): string[] {
	return Object.keys(place).filter((word) => Object.hasOwn(later, word) && later[word] !== place[word]);
}

function isKept(identity: PlannedIdentity, is: DeploymentIdentities | undefined): boolean {
	return is?.identities.some((each) => continues(identity, each)) ?? false;
}

/**
 * Whether a deployment has it that did not have it before and says that it had the other's name: without that word the
 * engine makes another thing of this name, and deletes this one.
 */
function isMoved(deployment: string, identity: PlannedIdentity, before: IdentityLedger, after: IdentityLedger) {
	return Object.entries(after).some(
		([name, { identities, formerly = [] }]) =>
			formerly.includes(deployment) &&
			!before[name]?.identities.some((each) => each.name === identity.name) &&
			identities.some((each) => continues(identity, each)),
	);
}

/** A deployment that is gone, or creates nothing, has no list: those of the others speak for it, by names. */
function namedBy(after: IdentityLedger): Retire {
	return Object.values(after).flatMap(({ retire }) => namesIn(retire));
}

function refusal(
	deployment: string,
	was: DeploymentIdentities,
	lost: readonly PlannedIdentity[],
	after: IdentityLedger,
): Problem[] {
	if (lost.length === 0) return [];
	const is = after[deployment];
	const names = lost.map((identity) => lostText(identity, is)).join(", ");
	const cures = is ? curesInBlock(is, lost) : curesWithoutBlock(deployment, was, lost, after);
	const message = `this update would take from devices of deployment ${deployment} what they sign in with: ${names}; ${cures}`;
	return [error("identity-taken", (is ?? was).at, message)];
}

function curesInBlock({ retire }: DeploymentIdentities, lost: readonly PlannedIdentity[]): string {
	const kept = lost.flatMap(({ keptBy }) => keptBy ?? []);
	const beside = kept.length > 0 ? `, or keep it beside the new with ${kept.join(", ")}` : "";
	const said = retireText([...namesIn(retire), ...lost.map(({ name }) => name)]);
	return `put back what made it${beside}; or, once these devices have another, write ${said} in this block`;
}

/** Where no block is left to say it in. */
function curesWithoutBlock(
	deployment: string,
	{ at }: DeploymentIdentities,
	lost: readonly PlannedIdentity[],
	after: IdentityLedger,
): string {
	const block = formatPath(at);
	const said = retireText(lost.map(({ name }) => name));
	const successors = Object.entries(after).map(([name, each]) => `${formatPath(each.at)} of deployment ${name}`);
	const step =
		successors.length > 0
			? `write ${said} in ${successors.join(" or ")}`
			: `leave in two steps: pulumi up with ${said} in ${block}, then without the block`;
	return `put ${block} of deployment ${deployment} back; or, once these devices have another, ${step}`;
}

/** With what makes it another thing, where something has its name afterwards. */
function lostText(identity: PlannedIdentity, is: DeploymentIdentities | undefined): string {
	const { name, groups, place = {} } = identity;
	const text = `${name} (${groupsText(groups)})`;
	const later = is?.identities.find((each) => each.name === name);
	if (!later) return text;
	const differing = differingPlaces(identity, later).map(
		(word) => `${word} ${place[word]} and not ${later.place?.[word]}`,
	);
	return differing.length === 0 ? text : `${text}, which is of ${differing.join(", ")}`;
}

function groupsText(groups: readonly string[]): string {
	return `${groups.length === 1 ? "group" : "groups"} ${groups.join(", ")}`;
}

/** As it is to be written, in YAML and in TypeScript alike. */
function retireText(names: readonly string[]): string {
	return `retire: [${names.map((name) => JSON.stringify(name)).join(", ")}]`;
}

/** What stays, but not for everybody. */
function partings(was: DeploymentIdentities, is: DeploymentIdentities | undefined): Problem[] {
	if (!is) return [];
	return was.identities.flatMap((identity) => {
		const later = is.identities.find((each) => continues(identity, each));
		if (!later || identity.leaving === true) return [];
		const groups = identity.groups.filter((group) => !later.groups.includes(group));
		const people = later.people && identity.people?.filter((each) => !later.people?.includes(each));
		// Where the cloud lets some people use it, it is those who lose it, under whatever name of a group.
		const parting = people ?? groups;
		if (parting.length === 0) return [];
		const message = `${identity.name} stays, but no longer for ${parting.join(", ")}; devices that still have its profile may lose it with this update`;
		return [warning("identity-narrowed", is.at, message)];
	});
}

/** What `retire` names that was never there or is gone. */
function staleNames(before: IdentityLedger, after: IdentityLedger): Problem[] {
	const known = new Set(
		[before, after].flatMap((ledger) =>
			Object.values(ledger).flatMap(({ identities }) => identities.map(({ name }) => name)),
		),
	);
	return Object.values(after).flatMap(({ at, retire }) => {
		const gone = namesIn(retire).filter((name) => !known.has(name));
		if (gone.length === 0) return [];
		const message = `names ${gone.join(", ")}, which this stack does not have; leave it out, or the next of that name is unguarded`;
		return [warning("identity-unknown", [...at, "retire"], message)];
	});
}
