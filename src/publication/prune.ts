import type { ObjectReader, OpenedStore, StoredEntry } from "../object-store/object-reader.js";
import { made, type Outcome, refused } from "../outcome.js";
import { isError, type Problem, warning } from "../problem.js";
import { faultAt } from "./fault-at.js";
import { manifestKey, type PublishedScope, revisionFolder, scopeFolder } from "./layout.js";
import { namedRevisions } from "./named-revisions.js";
import { ringsThere } from "./read-published.js";
import { type Stock, type StockedRevision, type StockedScope, takeStock } from "./stock.js";

export interface PruneRequest {
	readonly deployment: string;
	/** What the deployment holds rings at, by scope. */
	readonly holds: readonly { readonly scope: PublishedScope; readonly revision: string }[];
	/** How many of the newest revisions of a scope stay whatever their age. */
	readonly keep: number;
	/** Days since it was written after which a revision may go. */
	readonly olderThanDays: number;
	readonly now: Date;
}

/** What of a store may go. */
export interface PrunePlan {
	readonly going: readonly PrunedRevision[];
	readonly stock: Stock;
}

/** A revision that nothing names. */
export interface PrunedRevision extends StockedRevision {
	readonly scope: PublishedScope;
}

/** A run that publishes writes files before anything names them. */
const leastHours = 1;
const hourMilliseconds = 60 * 60 * 1000;

/**
 * Which revisions nobody needs any more: neither a pointer names them, nor does one say that it replaced them, nor is a
 * ring held at them; they are none of the newest, and old enough. Nothing is touched.
 *
 * @returns refused where any pointer cannot be read or any place not be listed, with problems whose path is one step: the
 * key of it
 */
export async function planPrune(
	store: Pick<OpenedStore, "general" | "sensitive">,
	request: PruneRequest,
): Promise<Outcome<PrunePlan>> {
	const { value: stock, problems } = await takeStock(store, request.deployment);
	if (!stock) return refused(...problems);
	const going: PrunedRevision[] = [];
	const wrong: Problem[] = [];
	for (const each of stock.scopes) {
		const named = await namedRevisions(store.general, each.scope, each.rings);
		wrong.push(...named.problems);
		if (named.value) going.push(...unneeded(each, named.value, request));
	}
	return wrong.some(isError) ? refused(...wrong) : made({ going, stock }, wrong);
}

function unneeded(
	{ scope, revisions }: StockedScope,
	named: ReadonlySet<string>,
	{ holds, keep, olderThanDays, now }: PruneRequest,
): PrunedRevision[] {
	const folder = scopeFolder(scope);
	const held = new Set(holds.filter((each) => scopeFolder(each.scope) === folder).map(({ revision }) => revision));
	const hours = Math.max(olderThanDays * 24, leastHours);
	const latest = now.getTime() - hours * hourMilliseconds;
	const newestFirst = [...revisions].sort((a, b) => b.written.getTime() - a.written.getTime());
	// To what was never completed nobody goes back.
	const kept = new Set(newestFirst.filter(({ isWhole }) => isWhole).slice(0, keep));
	return newestFirst
		.filter((each) => !kept.has(each) && each.written.getTime() < latest)
		.filter(({ revision }) => !named.has(revision) && !held.has(revision))
		.map((revision) => ({ scope, ...revision }));
}

/**
 * Those of a scope that nothing has come to name since they were planned to go.
 *
 * @returns refused where any pointer cannot be read
 */
export async function stillUnneeded(
	{ general }: Pick<OpenedStore, "general">,
	scope: PublishedScope,
	going: readonly PrunedRevision[],
): Promise<Outcome<readonly PrunedRevision[]>> {
	const rings = await ringsThere(general, scope);
	if (!rings.value) return refused(...rings.problems);
	const { value: named, problems } = await namedRevisions(general, scope, rings.value);
	return named ? made(going.filter(({ revision }) => !named.has(revision))) : refused(...problems);
}

/**
 * Removes a revision: its manifest first, so that nobody takes what is left for whole, and nothing more where that stays.
 * What was written to since it was planned to go stays whole: somebody publishes it anew, and a pointer comes last.
 *
 * @returns what stays and why, by key: warnings where a retention keeps it, or somebody has written there
 */
export async function removeRevision(
	{ general, sensitive }: Pick<OpenedStore, "general" | "sensitive">,
	{ scope, revision, written }: PrunedRevision,
): Promise<readonly Problem[]> {
	const folder = `${revisionFolder(scope, revision)}/`;
	const places = sensitive ? [general, sensitive] : [general];
	const found: (readonly [ObjectReader, readonly StoredEntry[]])[] = [];
	try {
		for (const place of places) found.push([place, await entriesOf(place, folder)]);
	} catch (fault) {
		return [faultAt(folder, fault)];
	}
	if (found.some(([, entries]) => entries.some(({ modified }) => modified > written))) return [writtenSince(folder)];
	const manifest = manifestKey(scope, revision);
	const kept = await general.remove([manifest]);
	if (kept.length > 0) return kept;
	const removed: (readonly Problem[])[] = [];
	for (const [place, entries] of found) {
		const keys = entries.map(({ key }) => key);
		removed.push(await place.remove(place === general ? keys.filter((key) => key !== manifest) : keys));
	}
	return removed.flat();
}

async function entriesOf(place: ObjectReader, folder: string): Promise<readonly StoredEntry[]> {
	const entries: StoredEntry[] = [];
	for await (const entry of place.list(folder)) entries.push(entry);
	return entries;
}

function writtenSince(folder: string): Problem {
	const message = "was written to since it was planned to go, and stays: somebody publishes it anew";
	return warning("written-since", [folder], message);
}
