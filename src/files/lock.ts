import { randomUUID } from "node:crypto";
import {
	existsSync,
	lstatSync,
	mkdirSync,
	renameSync,
	rmSync,
	statSync,
	unlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { isObject } from "../json.js";
import { hasCode, isMissing, refuse } from "./fault.js";
import { makeFolder } from "./make-folder.js";
import { readJsonNote } from "./read-note.js";
import { removeEmptyFolder, removeWholeFolder } from "./remove.js";

/** Who writes to a folder. */
interface Holder {
	readonly pid: number;
	readonly host: string;
	/** Tells two runs apart that had the same number. */
	readonly run: string;
}

const holderFile = "holder.json";

/** A run that is alive says so at least this often; one that has not for the longer time is taken for dead. */
const beatMilliseconds = 1_000;
const deadMilliseconds = 30_000;
const patienceMilliseconds = 120_000;

/**
 * Does something while no other run does it in the same folder. The lock is a folder with its holder's name in it, put
 * in place by one rename, so that a run that was killed leaves either a whole lock or none.
 *
 * @param home folder of the lock, which is made, and removed where nothing else is left in it
 * @throws Error where another run holds the lock for two minutes
 */
export function withLock<Result>(home: string, work: (beat: () => void) => Result): Result {
	const holder: Holder = { pid: process.pid, host: hostname(), run: randomUUID() };
	const lock = path.join(home, "lock");
	try {
		acquire(home, lock, holder);
	} catch (fault) {
		removeEmptyFolder(home);
		throw fault;
	}
	let last = Date.now();
	try {
		return work(() => {
			if (Date.now() - last < beatMilliseconds) return;
			last = Date.now();
			utimesSync(lock, new Date(), new Date());
		});
	} finally {
		release(home, lock, holder);
	}
}

function acquire(home: string, lock: string, holder: Holder): void {
	const start = Date.now();
	while (Date.now() - start < patienceMilliseconds) {
		const dead = findDead(lock);
		if (dead) bury(home, lock, dead);
		if (!existsSync(lock) && take(home, lock, holder)) return;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
	}
	throw refuse("EBUSY", "lock", `${path.dirname(home)} is being written by another run, which does not end`);
}

/** Whether the lock is this run's now. */
function take(home: string, lock: string, holder: Holder): boolean {
	const candidate = path.join(home, `next-${holder.run}`);
	try {
		makeFolder(home, 0o700);
		mkdirSync(candidate, { mode: 0o700 });
		writeFileSync(path.join(candidate, holderFile), JSON.stringify(holder), { mode: 0o600, flag: "wx" });
		renameSync(candidate, lock);
		return true;
	} catch (fault) {
		rmSync(candidate, { recursive: true, force: true });
		if (hasCode(fault, ...taken)) return false;
		throw fault;
	}
}

/** Another run was quicker, or has cleared away what it found here. */
const taken = ["ENOENT", "ENOTEMPTY", "EEXIST", ...(process.platform === "win32" ? ["EPERM", "EACCES"] : [])];

/** The holder of a lock that no living run holds, `undefined` as a member where it does not say. */
function findDead(lock: string): { readonly holder: Holder | undefined } | undefined {
	try {
		const age = Date.now() - statSync(lock).mtimeMs;
		const holder = readHolder(lock);
		return !holder || !isAlive(holder) || age > deadMilliseconds ? { holder } : undefined;
	} catch (fault) {
		if (isMissing(fault)) return undefined;
		throw fault;
	}
}

function isAlive({ pid, host }: Holder): boolean {
	if (host !== hostname()) return true;
	// Nothing waits for itself: an earlier run had this number.
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (fault) {
		return !hasCode(fault, "ESRCH");
	}
}

function readHolder(lock: string): Holder | undefined {
	const read = readJsonNote(path.join(lock, holderFile));
	if (!isObject(read)) return undefined;
	const { pid, host, run } = read;
	return typeof pid === "number" && typeof host === "string" && typeof run === "string"
		? { pid, host, run }
		: undefined;
}

/** Moves a dead run's lock away; where another run has done so by now, and holds the lock, it gets it back. */
function bury(home: string, lock: string, { holder }: { readonly holder: Holder | undefined }): void {
	const grave = path.join(home, `dead-${randomUUID()}`);
	try {
		renameSync(lock, grave);
		if (readHolder(grave)?.run === holder?.run) removeLock(grave);
		else renameSync(grave, lock);
	} catch (fault) {
		if (!isMissing(fault) && !hasCode(fault, ...taken)) throw fault;
	}
}

/** File by file: what removes whatever is in a folder has first to be loaded. */
function removeLock(grave: string): void {
	const holder = path.join(grave, holderFile);
	if (lstatSync(holder, { throwIfNoEntry: false })?.isFile()) unlinkSync(holder);
	removeWholeFolder(grave);
}

/** The lock goes by one rename too: emptied in its place, it could be another run's by the time it is removed. */
function release(home: string, lock: string, holder: Holder): void {
	if (readHolder(lock)?.run === holder.run) bury(home, lock, { holder });
	removeEmptyFolder(home);
}
