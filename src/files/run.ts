import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runFolder } from "./inside.js";
import { type Journals, journalsIn } from "./journal.js";
import { withLock } from "./lock.js";
import { makeFolder } from "./make-folder.js";
import { removeEmptyFolder, removeWholeFolder } from "./remove.js";
import { modeOf, type WantedFile } from "./wanted-file.js";

/** One run that writes to a folder, alone. */
export interface Run {
	readonly folder: string;
	readonly journals: Journals;
	/** Writes a file beside the others, from where it can take its place by a rename. */
	stage(file: WantedFile): Staged;
	/** Tells other runs that this one is alive. */
	beat(): void;
}

/** A file that is written, and not in its place yet. */
export interface Staged {
	readonly file: WantedFile;
	readonly at: string;
}

/**
 * Does something to a folder, which is made where there is none, while no other run does. First what a killed run left
 * is removed, which may hold secrets; at the end what this one staged and did not place.
 */
export function inRun<Result>(folder: string, work: (run: Run) => Result): Result {
	const home = path.join(folder, runFolder);
	try {
		makeFolder(folder);
		return withLock(home, (beat) => {
			for (const name of readdirSync(home).filter(isRemains))
				rmSync(path.join(home, name), { recursive: true, force: true });
			const staging = path.join(home, `staged-${randomUUID()}`);
			mkdirSync(staging, { mode: 0o700 });
			let count = 0;
			const stage = (file: WantedFile): Staged => {
				const at = path.join(staging, String(count++));
				writeFileSync(at, file.content, { mode: modeOf(file), flag: "wx" });
				beat();
				return { file, at };
			};
			try {
				return work({ folder, journals: journalsIn(home), stage, beat });
			} finally {
				removeWholeFolder(staging);
			}
		});
	} finally {
		// Nothing may have been written after all.
		removeEmptyFolder(folder);
	}
}

/** Everything but the lock and the journals; a run that waits makes its own anew. */
function isRemains(name: string): boolean {
	return /^(staged|next|dead)-/.test(name) || name.endsWith(".next");
}
