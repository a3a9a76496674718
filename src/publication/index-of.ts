import type { TimeBound } from "../configuration/time-bound.js";
import { everyDevice } from "./every-device.js";
import { type PublishedScope, pathInDeployment, pointerKey, publishedScope, revisionFolder } from "./layout.js";
import { replacedBy } from "./pointer.js";
import type { IndexedPart, IndexedRevision, IndexedRing, PublicationIndex } from "./publication-index.js";
import type { PublishedRings } from "./published.js";
import type { RevisionApp, RevisionFile } from "./revision.js";

/** What a run has published of one scope. */
export interface PlacedScope {
	/** @default - it serves every group */
	readonly group?: string;
	/** In the deployment's order. */
	readonly rings: readonly PlacedRing[];
	/** Of a group: how long running apps take. */
	readonly timeBound?: TimeBound;
	/** What stood there before. @default - nobody has looked */
	readonly published?: PublishedRings;
}

export interface PlacedRing {
	readonly ring: string;
	readonly revision: string;
	readonly held: boolean;
	/** @default - the ring is held at a revision that nobody has looked up */
	readonly files?: readonly RevisionFile[];
}

/** What a run gives to each new revision. */
export interface PlacedRevisions {
	readonly deployment: string;
	readonly app: RevisionApp;
	/** Whether their manifests are signed. */
	readonly signed: boolean;
}

/** What a run has published in one store, as the index page lists it. */
export function publicationIndex(run: PlacedRevisions, scopes: readonly PlacedScope[]): PublicationIndex {
	const perimeter = scopes.find(({ group }) => group === undefined);
	return {
		deployment: run.deployment,
		groups: scopes.flatMap((scope) => {
			const { group, timeBound } = scope;
			if (group === undefined) return [];
			return [{ name: group, ...partOf(run, scope), everyDevice: timeBound ? everyDevice(timeBound) : [] }];
		}),
		perimeter: perimeter ? partOf(run, perimeter) : { rings: [], revisions: [] },
	};
}

function partOf(run: PlacedRevisions, { group, rings, published }: PlacedScope): IndexedPart {
	const scope = publishedScope(run.deployment, group);
	const revisions = new Map<string, IndexedRevision>();
	for (const each of rings) {
		// Followed or held, it is the same revision, and what follows it is known whole.
		const known = revisions.get(each.revision);
		if (!known || !each.held) revisions.set(each.revision, revisionOf(run, scope, { ...each, published }));
	}
	return { rings: rings.map((each) => ringOf(scope, each, published)), revisions: [...revisions.values()] };
}

function ringOf(scope: PublishedScope, { ring, revision, held }: PlacedRing, published?: PublishedRings): IndexedRing {
	const replaces = replacedBy(revision, published?.pointers[ring]);
	const path = pathInDeployment(scope.deployment, pointerKey(scope, ring));
	return { name: ring, path, revision, held, ...(replaces !== undefined && { replaces }) };
}

function revisionOf(
	run: PlacedRevisions,
	scope: PublishedScope,
	{ revision: digest, held, files, published }: PlacedRing & { readonly published: PublishedRings | undefined },
): IndexedRevision {
	const app = held ? published?.revisions[digest]?.manifest.app : run.app;
	return {
		digest,
		folder: pathInDeployment(scope.deployment, revisionFolder(scope, digest)),
		// Whether an earlier run signed what it published, its manifest does not say.
		signed: !held && run.signed,
		...(app && { app }),
		...(files && { files }),
	};
}
