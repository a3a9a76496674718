import { compareText } from "../json.js";
import type { ObjectReader, OpenedStore, StoredEntry } from "../object-store/object-reader.js";
import { made, type Outcome, refused } from "../outcome.js";
import { error } from "../problem.js";
import { faultAt } from "./fault-at.js";
import { indexKey, type PublishedScope, revisionManifest, scopeFolder } from "./layout.js";
import { parseKey } from "./parse-key.js";

/** Everything that a store holds of a deployment, of groups that are gone too. */
export interface Stock {
	/** In code-unit order of their folders. */
	readonly scopes: readonly StockedScope[];
	/** How many objects are none of a revision, a ring or the page: they are left alone. */
	readonly strangers: number;
}

export interface StockedScope {
	readonly scope: PublishedScope;
	/** Rings with a pointer. */
	readonly rings: readonly string[];
	readonly revisions: readonly StockedRevision[];
}

/** What stands of a revision, in both places together. */
export interface StockedRevision {
	readonly revision: string;
	readonly objects: number;
	readonly bytes: number;
	/** When the last of its objects was written. */
	readonly written: Date;
	/** Whether its manifest is there, which comes last. */
	readonly isWhole: boolean;
}

/** More than anybody keeps: what is beyond is somebody's mistake, or meant to fill memory. */
const mostRevisions = 200_000;

/**
 * Counts what a store holds of a deployment, in the place for what carries a secret too.
 *
 * @returns refused where any of it cannot be listed: what nobody has seen, nobody may judge
 */
export async function takeStock(
	{ general, sensitive }: Pick<OpenedStore, "general" | "sensitive">,
	deployment: string,
): Promise<Outcome<Stock>> {
	const prefix = `${deployment}/`;
	const scopes = new Map<string, Count>();
	let strangers = 0;
	let revisions = 0;
	for (const place of sensitive ? [general, sensitive] : [general]) {
		try {
			for await (const entry of place.list(prefix)) {
				const parsed = parseKey(deployment, entry.key);
				if (!parsed) strangers += entry.key === indexKey(deployment) ? 0 : 1;
				else if ("ring" in parsed) {
					// A pointer beside secrets is none that anybody follows.
					if (place === general) countOf(scopes, parsed.scope).rings.add(parsed.ring);
				} else {
					const { revisions: counted } = countOf(scopes, parsed.scope);
					const before = counted.get(parsed.revision);
					if (!before && ++revisions > mostRevisions) return refused(tooMany(place, prefix));
					const isManifest = place === general && parsed.path === revisionManifest;
					counted.set(parsed.revision, withEntry(before, entry, isManifest));
				}
			}
		} catch (fault) {
			const problem = faultAt(prefix, fault);
			return refused({ ...problem, message: `cannot be listed in ${place.title}: ${problem.message}` });
		}
	}
	return made({
		scopes: [...scopes].sort(([a], [b]) => compareText(a, b)).map(([, each]) => stocked(each)),
		strangers,
	});
}

function tooMany({ title }: ObjectReader, prefix: string) {
	const message = `holds more than ${mostRevisions} revisions in ${title}, which nobody publishes; look at what writes there`;
	return error("too-many-revisions", [prefix], message);
}

interface Count {
	readonly scope: PublishedScope;
	readonly rings: Set<string>;
	readonly revisions: Map<string, Omit<StockedRevision, "revision">>;
}

function countOf(scopes: Map<string, Count>, scope: PublishedScope): Count {
	const key = scopeFolder(scope);
	const count = scopes.get(key) ?? { scope, rings: new Set(), revisions: new Map() };
	scopes.set(key, count);
	return count;
}

function withEntry(
	before: Omit<StockedRevision, "revision"> | undefined,
	{ bytes, modified }: StoredEntry,
	isManifest: boolean,
): Omit<StockedRevision, "revision"> {
	return {
		objects: (before?.objects ?? 0) + 1,
		bytes: (before?.bytes ?? 0) + bytes,
		written: before && before.written > modified ? before.written : modified,
		isWhole: isManifest || before?.isWhole === true,
	};
}

function stocked({ scope, rings, revisions }: Count): StockedScope {
	return {
		scope,
		rings: [...rings].sort(compareText),
		revisions: [...revisions]
			.map(([revision, counted]) => ({ revision, ...counted }))
			.sort((a, b) => compareText(a.revision, b.revision)),
	};
}
