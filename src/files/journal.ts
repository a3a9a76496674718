import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isObject } from "../json.js";
import { isMissing } from "./fault.js";
import { isInside } from "./inside.js";
import { readJsonNote } from "./read-note.js";

/** What a run is about to do to a folder, for the run after one that was killed. */
export interface Journal {
	/** Files that may have taken their places, each with the digest that it has then. */
	readonly placing: readonly { readonly path: string; readonly sha256: string }[];
	/** Paths that an earlier manifest listed, and that nobody wants any more. */
	readonly removing: readonly string[];
}

const ending = ".journal.json";

/** Adds to what is known of a part, before any of it is done. */
export function note(home: string, part: string, { placing, removing }: Journal): void {
	const place = path.join(home, `${part}${ending}`);
	const before = readJournal(place);
	const journal = { placing: [...before.placing, ...placing], removing: [...before.removing, ...removing] };
	const next = `${place}.next`;
	try {
		writeFileSync(next, JSON.stringify(journal), { mode: 0o600 });
		renameSync(next, place);
	} finally {
		rmSync(next, { force: true });
	}
}

/** What runs have noted of every part since a manifest was last completed. */
export function readJournals(home: string): Journal {
	const journals = journalsIn(home).map(readJournal);
	return {
		placing: journals.flatMap(({ placing }) => placing),
		removing: journals.flatMap(({ removing }) => removing),
	};
}

/** Forgets what was noted, once all of it is done. */
export function dropJournals(home: string): void {
	for (const place of journalsIn(home)) rmSync(place, { force: true });
}

function journalsIn(home: string): string[] {
	try {
		return readdirSync(home)
			.filter((name) => name.endsWith(ending))
			.map((name) => path.join(home, name));
	} catch (fault) {
		if (isMissing(fault)) return [];
		throw fault;
	}
}

/** A journal that says nothing that can be read says nothing. */
function readJournal(place: string): Journal {
	const read = readJsonNote(place);
	const { placing, removing } = isObject(read) ? read : {};
	return {
		placing: list(placing).flatMap((file) => {
			const { path, sha256 } = isObject(file) ? file : {};
			return typeof path === "string" && isInside(path) && typeof sha256 === "string" ? [{ path, sha256 }] : [];
		}),
		removing: list(removing)
			.filter((each) => typeof each === "string")
			.filter(isInside),
	};
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
