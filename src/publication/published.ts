import type { Problem } from "../problem.js";
import type { RingPointer } from "./pointer.js";
import type { RevisionManifest } from "./revision.js";

/** What stands in one store of what a deployment has published, as somebody has found it there; plain JSON. */
export interface PublishedDeployment {
	readonly place: {
		readonly exists: boolean;
		/** Where it is, in the words in which the store's block states it. @default - the store does not tell */
		readonly region?: string;
	};
	readonly perimeter: PublishedRings;
	/** Those that were asked for. */
	readonly groups: Readonly<Record<string, PublishedRings>>;
}

/** What stands of one scope. */
export interface PublishedRings {
	/** By ring; a ring that nothing was published to is absent. */
	readonly pointers: Readonly<Record<string, PublishedPointer>>;
	/** By digest, which is that of the manifest: those that pointers name, and those that the deployment holds. */
	readonly revisions: Readonly<Record<string, PublishedRevision>>;
}

/** What stands of a scope of which nothing does, or for which nobody has asked. */
export const nothingStanding: PublishedRings = { pointers: {}, revisions: {} };

/** What stands of a group, or of what serves every group. */
export function standingOf({ perimeter, groups }: PublishedDeployment, group: string | undefined): PublishedRings {
	if (group === undefined) return perimeter;
	return (Object.hasOwn(groups, group) && groups[group]) || nothingStanding;
}

/** A pointer as it stands. */
export interface PublishedPointer extends RingPointer {
	/** When it was last written, ISO 8601. @default - the store does not tell */
	readonly since?: string;
}

export interface PublishedRevision {
	readonly manifest: RevisionManifest;
	/** When the manifest was last written, ISO 8601. @default - the store does not tell */
	readonly written?: string;
	/** When the store removes the manifest by a rule of its own, ISO 8601. @default - it does not */
	readonly expires?: string;
	/** Lines of its `egress.txt`. @default - nothing is held at it, or it has no such file */
	readonly addresses?: readonly string[];
}

/** What was found in a store, and what is wrong with it. */
export interface FoundPublication {
	/** Without what is no pointer or manifest of ours. */
	readonly published: PublishedDeployment;
	/** Errors, whose path is one step: the key of what is wrong. */
	readonly problems: readonly Problem[];
}
