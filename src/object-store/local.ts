import { constants, type Dirent, lstatSync } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { LocalStoreOptions } from "../artifact-store/local.js";
import { hasCode, isMissing } from "../files/fault.js";
import { isInside } from "../files/inside.js";
import { removeFiles } from "../files/remove.js";
import { wayFinder } from "../files/way.js";
import { error, type Problem } from "../problem.js";
import { tooLarge } from "./object-bytes.js";
import { type ObjectReader, type OpenReaders, type StoredEntry, StoreFault } from "./object-reader.js";

/** A folder of this machine; what is secret stands beside the rest, for its owner alone. */
export const local: OpenReaders<LocalStoreOptions> = async ({ directory }, { base }) => {
	const named = path.resolve(base, directory);
	// The folder itself may be a link, as it may for those who publish.
	return { general: folderReader(await orFault(named, () => realpath(named), named)) };
};

/** Reads below a folder and never through a link, which may lead anywhere. */
function folderReader(root: string): ObjectReader {
	return {
		title: `${root}/`,
		async get(key, limitBytes) {
			const file = await openFile(root, key);
			if (file === undefined) return undefined;
			try {
				const status = await file.stat();
				if (!status.isFile()) throw new StoreFault("store-fault", `${placeOf(root, key)} is no file`);
				if (status.size > limitBytes) throw tooLarge(placeOf(root, key), status.size, limitBytes);
				return { content: await file.readFile(), modified: status.mtime };
			} finally {
				await file.close();
			}
		},
		list: (prefix) => entriesBelow(root, prefix),
		async remove(keys) {
			return keys.flatMap((key) => removeKey(root, key));
		},
		async place() {
			return orFault(root, async () => ({ exists: (await stat(root)).isDirectory() }), { exists: false });
		},
	};
}

function openFile(root: string, key: string): Promise<FileHandle | undefined> {
	const place = placeOf(root, key);
	refuseObstacle(root, key);
	// A pipe in its place would make opening it wait for a writer.
	const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
	return orFault<FileHandle | undefined>(place, () => open(place, flags), undefined);
}

async function* entriesBelow(root: string, prefix: string): AsyncIterable<StoredEntry> {
	const start = prefix.slice(0, Math.max(prefix.lastIndexOf("/"), 0));
	if (start !== "") {
		placeOf(root, start);
		refuseObstacle(root, `${start}/any`);
	}
	const waiting = [start];
	for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
		const place = path.join(root, folder);
		const entries = await orFault<Dirent[]>(place, () => readdir(place, { withFileTypes: true }), []);
		for (const entry of entries) {
			const key = folder === "" ? entry.name : `${folder}/${entry.name}`;
			const isOnTheWay = key.startsWith(prefix) || prefix.startsWith(`${key}/`);
			if (!isOnTheWay) continue;
			if (entry.isDirectory()) waiting.push(key);
			else if (entry.isFile()) yield* entryOf(root, key);
		}
	}
}

/** Nothing where it is gone since its folder was read. */
function entryOf(root: string, key: string): StoredEntry[] {
	const status = lstatSync(path.join(root, key), { throwIfNoEntry: false });
	return status ? [{ key, bytes: status.size, modified: status.mtime }] : [];
}

function removeKey(root: string, key: string): Problem[] {
	try {
		placeOf(root, key);
		refuseObstacle(root, key);
		removeFiles(root, [key]);
		if (lstatSync(path.join(root, key), { throwIfNoEntry: false }) === undefined) return [];
		return [error("object-not-removed", [key], "is a folder, and none of the files that are published")];
	} catch (fault) {
		if (!(fault instanceof Error)) throw fault;
		return [error("object-not-removed", [key], `stays: ${fault.message}`)];
	}
}

function placeOf(root: string, key: string): string {
	if (!isInside(key)) throw new StoreFault("store-fault", `${key} leads out of ${root}`);
	return path.join(root, key);
}

function refuseObstacle(root: string, key: string): void {
	const way = wayFinder(root)(key);
	// Of a file where a folder would be nothing is below.
	if (typeof way === "string" || way.kind !== "link") return;
	throw new StoreFault("store-fault", `${way.place} is a link, which may lead anywhere; name the folder itself`);
}

/** What work gives; `absent` where nothing stands there, and what people should read for everything else. */
async function orFault<Result>(place: string, work: () => Promise<Result>, absent: Result): Promise<Result> {
	try {
		return await work();
	} catch (cause) {
		if (isMissing(cause)) return absent;
		if (!(cause instanceof Error)) throw cause;
		if (hasCode(cause, "ELOOP")) throw new StoreFault("store-fault", `${place} is a link, which is not followed`);
		const isDenied = hasCode(cause, "EACCES", "EPERM");
		const why = isDenied ? "permission denied" : cause.message;
		throw new StoreFault(isDenied ? "store-denied" : "store-fault", `cannot read ${place}: ${why}`, { cause });
	}
}
