import { randomUUID } from "node:crypto";
import { link, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { hasCode, isMissing } from "../../files/fault.js";
import { ownerMarker } from "../../files/inside.js";
import { makeOwnFolder } from "../../files/make-folder.js";
import { readOwner } from "../../files/owner.js";
import { removeEmptyFolder } from "../../files/remove.js";

/** Who means to publish to a folder, by folder, in one run of the engine: a preview leaves no marker. */
const announced = new Map<string, string>();

/** Whether a folder was its publisher's when it was first looked at, in one run of the engine, which marks it then. */
const marked = new Map<string, boolean>();

/** Whether what stands at this publisher's paths is its own: not in a folder that nobody had marked. */
export function wasMarked(folder: string, owner: string, before: string | undefined): boolean {
	const found = readOwner(folder);
	const was = marked.get(folder) ?? (found !== undefined && (found === owner || found === before));
	marked.set(folder, was);
	return was;
}

/** The work on a folder's marker that is under way; the groups of a deployment arrive side by side. */
const turns = new Map<string, Promise<void>>();

/** Why an owner may not publish to a folder, or undefined where it may. `before` is its own earlier name, if any. */
export function refusal(folder: string, owner: string, before: string | undefined): string | undefined {
	const found = readOwner(folder);
	const other = announced.get(folder) ?? owner;
	announced.set(folder, other);
	if (found !== undefined && found !== owner && found !== before) return ownedBy(found, folder);
	return other === owner ? undefined : ownedBy(other, folder);
}

/** Takes a folder that nobody owns, or confirms that it is the owner's. */
export function claimFolder(folder: string, owner: string, before: string | undefined): Promise<void> {
	const turn = (turns.get(folder) ?? Promise.resolve()).then(() => claim(folder, owner, before));
	const settled = turn.catch(() => undefined);
	turns.set(folder, settled);
	return turn;
}

async function claim(folder: string, owner: string, before: string | undefined): Promise<void> {
	makeOwnFolder(folder, "publish");
	const found = readOwner(folder);
	if (found === owner) return;
	const place = path.join(folder, ownerMarker);
	const fresh = path.join(folder, `${ownerMarker}.${randomUUID()}`);
	try {
		// Whole before it is in its place: on a full disk, or of a run that is killed, no half marker stays.
		await writeFile(fresh, `${JSON.stringify({ owner })}\n`, { flag: "wx", mode: 0o600 });
		if (found !== undefined && found === before) await rename(fresh, place);
		else await putFirst(fresh, place, folder);
	} finally {
		await rm(fresh, { force: true });
	}
}

/** Of two stacks that arrive at once, one finds the other's marker; one that names nobody gives way. */
async function putFirst(fresh: string, place: string, folder: string): Promise<void> {
	try {
		await link(fresh, place);
	} catch (fault) {
		if (!hasCode(fault, "EEXIST")) throw fault;
		const found = readOwner(folder);
		if (found !== undefined) throw new Error(ownedBy(found, folder));
		await rename(fresh, place);
	}
}

/** Gives a folder up once nothing but the marker is left in it. */
export async function releaseFolder(folder: string): Promise<void> {
	try {
		if ((await readdir(folder)).some((name) => name !== ownerMarker)) return;
	} catch (fault) {
		if (isMissing(fault)) return;
		throw fault;
	}
	await rm(path.join(folder, ownerMarker), { force: true });
	removeEmptyFolder(folder);
}

function ownedBy(owner: string, folder: string): string {
	return `${folder} is published by ${owner}; choose another directory or another name for this deployment, or destroy the other first`;
}
