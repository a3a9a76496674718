import { renameSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../bundle/bundle.js";
import { isObject } from "../json.js";
import { refuse } from "./fault.js";
import { ownerMarker } from "./inside.js";
import { readJsonNote } from "./read-note.js";
import type { Run } from "./run.js";

/** Who publishes to a folder; undefined where nobody does, as where a marker is empty or torn. */
export function readOwner(folder: string): string | undefined {
	const read = readJsonNote(path.join(folder, ownerMarker));
	return isObject(read) && typeof read.owner === "string" ? read.owner : undefined;
}

/** A publisher, and the name that it had before it was renamed. */
export interface Publisher {
	readonly owner: string;
	readonly before?: string | undefined;
}

/** Who else publishes to a folder; undefined where it is free, or this publisher's. */
export function otherOwner(folder: string, { owner, before }: Publisher): string | undefined {
	const found = readOwner(folder);
	return found === owner || found === before ? undefined : found;
}

/**
 * Marks a folder as a publisher's, with a marker that is whole before it is in its place.
 *
 * @throws Error where it is somebody else's by now
 */
export function claimFolder(run: Run, publisher: Publisher): void {
	const other = otherOwner(run.folder, publisher);
	if (other !== undefined) throw refuse("EBUSY", "claim", ownedBy(other, run.folder));
	if (readOwner(run.folder) === publisher.owner) return;
	const content = Buffer.from(`${JSON.stringify({ owner: publisher.owner })}\n`);
	const { at } = run.stage({ path: ownerMarker, content, sha256: sha256(content), sensitive: true });
	renameSync(at, path.join(run.folder, ownerMarker));
}

export function ownedBy(owner: string, folder: string): string {
	return `${folder} is published by ${owner}; choose another directory or another name for this deployment, or destroy the other first`;
}
