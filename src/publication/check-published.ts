import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { manifestKey, type PublishedScope, pointerKey } from "./layout.js";
import { type FoundPublication, type PublishedRings, standingOf } from "./published.js";
import type { PlannedRing } from "./rings.js";

/** What a deployment says of one scope. */
export interface PlannedScope {
	readonly scope: PublishedScope;
	readonly rings: readonly PlannedRing[];
	/** Where holds stand in the deployment, by ring. */
	readonly at: Path;
}

/** What a deployment says of a store. */
export interface PlannedStore {
	/** Its word. */
	readonly store: string;
	/** The place in words for people. */
	readonly title: string;
	/** Where the block says that it is. @default - it does not say */
	readonly region?: string;
	/** Who publishes. @default - it is not known, and owners are not compared */
	readonly owner?: string;
	readonly scopes: readonly PlannedScope[];
	readonly now: Date;
}

/** A rollout that begins now takes weeks: what it names must not be gone by its end. */
const leastDays = 30;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** What of a store does not fit what a deployment says, at the places of the deployment. */
export function checkPublished(planned: PlannedStore, found: FoundPublication): Problem[] {
	const told = new Map(found.problems.map((problem) => [problem.path[0], problem]));
	const standing = ({ group }: PublishedScope) => standingOf(found.published, group);
	// What a hold is refused for is not told once more of its key.
	const heldKeys = new Set(planned.scopes.flatMap(({ scope, rings }) => heldKeysOf(scope, rings)));
	return [
		...checkRegion(planned, found.published.place.region),
		...planned.scopes.flatMap((each) => checkHolds(planned, each, { standing: standing(each.scope), told })),
		...found.problems
			.filter(({ path: [key] }) => !heldKeys.has(String(key)))
			.map(ofFollowing)
			.map((problem) => ({ ...problem, path: ["publish", planned.store], message: atKey(planned, problem) })),
		...checkOwners(planned, standing),
		...planned.scopes.flatMap((each) => checkPointers(planned, each, { standing: standing(each.scope), told })),
	];
}

/** What a ring that follows the newest moves away from, or an update writes anew: it is told, and stops nobody. */
const passing = new Set(["files-altered", "files-missing", "not-signed", "other-signature"]);

function ofFollowing(problem: Problem): Problem {
	const { code, path, message } = problem;
	return passing.has(code) ? warning(code, path, `${message}; ${anew}`) : problem;
}

const anew =
	"rings that are not held move away from it where this program renders another, and `pulumi up --replace` with the URNs of its objects publishes it anew where it renders the same";

function heldKeysOf(scope: PublishedScope, rings: readonly PlannedRing[]): string[] {
	return rings.flatMap(({ hold }) => (hold === undefined ? [] : [manifestKey(scope, hold)]));
}

function atKey({ title }: PlannedStore, { path, message }: Problem): string {
	return `${title}${path[0]} ${message}`;
}

/** Whether a place is where the block says. */
export function checkRegion(
	{ store, title, region }: Pick<PlannedStore, "store" | "title" | "region">,
	found: string | undefined,
): Problem[] {
	if (region === undefined || found === undefined || region === found) return [];
	const message = `says ${region}, and ${title} is in ${found}; write the region that it is in, or choose another name`;
	return [error("other-region", ["publish", store], message)];
}

interface Standing {
	readonly standing: PublishedRings;
	/** What is wrong, by the key of it. */
	readonly told: ReadonlyMap<unknown, Problem>;
}

function checkHolds(
	planned: PlannedStore,
	{ scope, rings, at }: PlannedScope,
	{ standing, told }: Standing,
): Problem[] {
	const { title, now } = planned;
	return rings.flatMap(({ ring, hold }) => {
		if (hold === undefined) return [];
		const path = [...at, ring, "hold"];
		const key = manifestKey(scope, hold);
		const wrong = told.get(key);
		if (wrong) return [{ ...wrong, path, message: atKey(planned, wrong) }];
		const revision = Object.hasOwn(standing.revisions, hold) ? standing.revisions[hold] : undefined;
		if (!revision) {
			const message = `was never published to ${title}, or is gone: nothing stands at ${key}; hold a revision that \`pulumi-cowork rings\` or the store shows, or leave the ring to follow the newest`;
			return [error("not-published", path, message)];
		}
		return checkExpiry(planned, revision.expires, { path, now });
	});
}

function checkExpiry(
	{ title }: PlannedStore,
	expires: string | undefined,
	{ path, now }: { readonly path: Path; readonly now: Date },
): Problem[] {
	if (expires === undefined) return [];
	const days = Math.floor((Date.parse(expires) - now.getTime()) / dayMilliseconds);
	if (days > leastDays) return [];
	const message = `is removed by a rule of ${title} on ${expires.slice(0, 10)}, which is no more than ${leastDays} days from now; take revisions/ out of that rule, or hold a revision that stays`;
	return [error("hold-expires", path, message)];
}

function checkOwners(
	{ store, title, owner, scopes }: PlannedStore,
	standing: (scope: PublishedScope) => PublishedRings,
): Problem[] {
	if (owner === undefined) return [];
	// The first pointer of each.
	const others = new Map<string, string>();
	for (const { scope } of scopes)
		for (const pointer of Object.values(standing(scope).pointers))
			if (pointer.owner !== owner && !others.has(pointer.owner))
				others.set(pointer.owner, pointerKey(scope, pointer.ring));
	return [...others].map(([other, key]) => {
		const message = `${title}${key} was published by ${other}, and this is ${owner}; choose another prefix or another name for this deployment. Where it is the same deployment under a new name, PULUMI_COWORK_SKIP_LOOK_UP=1 takes it over in one run`;
		return error("other-owner", ["publish", store], message);
	});
}

function checkPointers(
	{ store, title }: PlannedStore,
	{ scope, rings }: PlannedScope,
	{ standing: { pointers, revisions }, told }: Standing,
): Problem[] {
	const names = new Set(rings.map(({ ring }) => ring));
	const at = ["publish", store];
	return Object.values(pointers).flatMap(({ ring, revision }) => {
		const key = pointerKey(scope, ring);
		const short = revision.slice(0, 12);
		if (!names.has(ring)) {
			const message = `${title}${key} still names revision ${short}, and ring ${JSON.stringify(ring)} is none of this deployment any more: devices that read it stay there; move them to another ring, then remove the object`;
			return [warning("ring-gone", at, message)];
		}
		if (Object.hasOwn(revisions, revision) || told.has(manifestKey(scope, revision))) return [];
		const message = `${title}${key} names revision ${short}, which is gone; \`pulumi up --refresh\` publishes anew what this program renders`;
		return [warning("revision-gone", at, message)];
	});
}
