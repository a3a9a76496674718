import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../../bundle/bundle.js";
import type { ListedFile } from "../../bundle/manifest.js";

/** A published file as state knows it: never its bytes. */
export type PublishedFile = ListedFile;

/** What stands where a file was published. */
export type Standing = "intact" | "damaged" | "absent";

/** Compares a published file with what is on disk: its bytes and, for a secret one, who may read it. */
export async function inspectFile(folder: string, file: PublishedFile): Promise<Standing> {
	const place = path.join(folder, file.path);
	try {
		const status = await lstat(place);
		if (!status.isFile()) return "damaged";
		const exposed = file.sensitive && process.platform !== "win32" && (status.mode & 0o077) !== 0;
		return !exposed && sha256(await readFile(place)) === file.sha256 ? "intact" : "damaged";
	} catch (fault) {
		// What cannot be read is published again, and only that tells whether anything is wrong with the place.
		return isMissing(fault) ? "absent" : "damaged";
	}
}

/** Writes a file so that a reader sees the old one or the new one, never a part. */
export async function placeFile(folder: string, file: PublishedFile, content: Uint8Array): Promise<void> {
	const place = path.join(folder, file.path);
	await makeFolder(folder, path.dirname(file.path));
	const fresh = beside(place);
	await rm(fresh, { force: true });
	try {
		await writeFile(fresh, content, { flag: "wx", mode: file.sensitive ? 0o600 : 0o644 });
		await rename(fresh, place);
	} finally {
		await rm(fresh, { force: true });
	}
}

/** Removes published files and the folders they leave empty, up to the deployment's own. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
	for (const each of paths) {
		await removeFile(path.join(folder, each));
		await removeFile(beside(path.join(folder, each)));
	}
	const folders = new Set(paths.flatMap(foldersAbove));
	// Deepest first, so that a folder is empty by its turn.
	for (const each of [...folders].sort((a, b) => b.length - a.length)) await removeEmptyFolder(path.join(folder, each));
}

export async function removeEmptyFolder(folder: string): Promise<void> {
	try {
		// A link to a folder is somebody else's.
		if ((await lstat(folder)).isDirectory() && (await readdir(folder)).length === 0) await rmdir(folder);
	} catch (fault) {
		// Groups are removed side by side, and share the folders above them.
		if (!isMissing(fault) && !hasCode(fault, "ENOTEMPTY", "EEXIST")) throw fault;
	}
}

export function isMissing(fault: unknown): boolean {
	return hasCode(fault, "ENOENT", "ENOTDIR");
}

export function hasCode(fault: unknown, ...codes: readonly string[]): boolean {
	return fault instanceof Error && "code" in fault && typeof fault.code === "string" && codes.includes(fault.code);
}

/** Where a file is written before it takes its place. The same for every run, so that the next finds what a crash left. */
function beside(place: string): string {
	return `${place}.partial`;
}

/** A folder in a file's place was not published by anybody here. */
async function removeFile(place: string): Promise<void> {
	try {
		if (!(await lstat(place)).isDirectory()) await rm(place, { force: true });
	} catch (fault) {
		if (!isMissing(fault)) throw fault;
	}
}

/** Makes the folders of a file one by one: through a link, files would land outside the published folder. */
async function makeFolder(folder: string, inside: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	let place = folder;
	for (const step of inside.split("/").filter((each) => each !== ".")) {
		place = path.join(place, step);
		await mkdir(place, { recursive: true });
		if (!(await lstat(place)).isDirectory()) throw new Error(`${place} is a link; remove it and publish again`);
	}
}

/** `a/b` and `a` of `a/b/c`. */
function foldersAbove(file: string): string[] {
	const steps = file.split("/").slice(0, -1);
	return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
