import { lstatSync } from "node:fs";
import path from "node:path";
import { manifestPath, readManifest } from "../bundle/manifest.js";
import { isInside, runFolder } from "./inside.js";
import { journalsIn } from "./journal.js";
import { readNote } from "./read-note.js";
import { digestAt } from "./standing.js";

/** What of a folder is ours. */
export interface Owned {
	/** Whether a manifest of ours stands there. */
	readonly manifest: boolean;
	/** Files that a manifest lists, or listed until the run that was killed. */
	readonly listed: ReadonlySet<string>;
	/** Digests that files have which a killed run may have put in their places. */
	readonly placed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads what runs noted of what they were about to do to a folder, and then its manifest. */
export function readOwned(folder: string, known: readonly string[] = []): Owned {
	const { placing, removing } = journalsIn(path.join(folder, runFolder)).all();
	const names = readListed(folder);
	const placed = new Map<string, Set<string>>();
	for (const { path, sha256 } of placing) placed.set(path, (placed.get(path) ?? new Set()).add(sha256));
	return { manifest: names !== undefined, listed: new Set([...known, ...(names ?? []), ...removing]), placed };
}

/** The files that a folder's manifest lists; undefined without a manifest, or with somebody else's. */
export function readListed(folder: string): readonly string[] | undefined {
	const text = readNote(path.join(folder, manifestPath));
	return text === undefined
		? undefined
		: readManifest(text)
				?.map((file) => file.path)
				.filter(isInside);
}

/** What a manifest listed when it was last read, with what tells whether it is still the same file. */
const lists = new Map<string, { readonly status: string; readonly listed: ReadonlySet<string> | undefined }>();

/**
 * {@link readListed} for those who ask again for each part of a bundle, with the manifest itself. It is put in place by
 * a rename, so that another one is another file.
 */
export function listedIn(folder: string): ReadonlySet<string> | undefined {
	const status = lstatSync(path.join(folder, manifestPath), { bigint: true, throwIfNoEntry: false });
	if (status === undefined) return undefined;
	const { ino, size, mtimeNs, ctimeNs } = status;
	const now = [ino, size, mtimeNs, ctimeNs].join(" ");
	const known = lists.get(folder);
	if (known?.status === now) return known.listed;
	const names = readListed(folder);
	const listed = names && new Set([...names, manifestPath]);
	lists.set(folder, { status: now, listed });
	return listed;
}

/**
 * Whether what stands at a path may be replaced or removed. Of what a killed run put in place, only its own bytes may:
 * anything else has come there since.
 */
export function isOurs({ manifest, listed, placed }: Owned, folder: string, file: string): boolean {
	if (file === manifestPath && manifest) return true;
	if (listed.has(file)) return true;
	const digests = placed.get(file);
	if (digests === undefined) return false;
	const standing = digestAt(path.join(folder, file));
	return standing !== undefined && digests.has(standing);
}

/** Whether a path may be cleared: of a file that did not get to its place, folders may be there. */
export function isOursOrAbsent(owned: Owned, folder: string, file: string): boolean {
	return isOurs(owned, folder, file) || !lstatSync(path.join(folder, file), { throwIfNoEntry: false });
}
