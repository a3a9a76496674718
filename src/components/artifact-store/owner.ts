import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { hasCode, isMissing, removeEmptyFolder } from "./published-files.js";

/** Names the owner of a published folder, so that a second stack does not publish over the first. */
const marker = ".owner.json";

/** Who means to publish to a folder, by folder, in one run of the engine: a preview leaves no marker. */
const announced = new Map<string, string>();

/** The work on a folder's marker that is under way; the groups of a deployment arrive side by side. */
const turns = new Map<string, Promise<void>>();

/** Who owns a published folder; undefined for one that nobody owns yet. */
export async function readOwner(folder: string): Promise<string | undefined> {
	try {
		const parsed: unknown = JSON.parse(await readFile(path.join(folder, marker), "utf8"));
		return typeof parsed === "object" && parsed !== null && "owner" in parsed ? String(parsed.owner) : unreadable;
	} catch (fault) {
		if (isMissing(fault)) return undefined;
		if (fault instanceof SyntaxError) return unreadable;
		throw fault;
	}
}

const unreadable = `someone whom its ${marker} does not name`;

/** Why an owner may not publish to a folder, or undefined where it may. `before` is its own earlier name, if any. */
export async function refusal(folder: string, owner: string, before: string | undefined): Promise<string | undefined> {
	const found = await readOwner(folder);
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
	await mkdir(folder, { recursive: true });
	const found = await readOwner(folder);
	if (found === owner) return;
	const renamed = found !== undefined && found === before;
	try {
		// Of two stacks that arrive at once, one finds the other's marker.
		await writeFile(path.join(folder, marker), `${JSON.stringify({ owner })}\n`, { flag: renamed ? "w" : "wx" });
	} catch (fault) {
		if (!hasCode(fault, "EEXIST")) throw fault;
		throw new Error(ownedBy((await readOwner(folder)) ?? unreadable, folder));
	}
}

/** Gives a folder up once nothing but the marker is left in it. */
export async function releaseFolder(folder: string): Promise<void> {
	try {
		if ((await readdir(folder)).some((name) => name !== marker)) return;
	} catch (fault) {
		if (isMissing(fault)) return;
		throw fault;
	}
	await rm(path.join(folder, marker), { force: true });
	await removeEmptyFolder(folder);
}

function ownedBy(owner: string, folder: string): string {
	return `${folder} is published by ${owner}; choose another directory or another name for this deployment, or destroy the other first`;
}
