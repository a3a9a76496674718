import { closeSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isObject, prettyPieces } from "../json.js";
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

/** The journals of a folder, one for each part of a bundle. */
export interface Journals {
	/** Adds to what is known of a part, before any of it is done. */
	note(part: string, journal: Journal): void;
	/** What runs have noted of every part since a manifest was last completed. */
	all(): Journal;
	/** Forgets what was noted, once all of it is done. */
	drop(): void;
}

/** The journals in a run's folder. What is noted here, which may be every file of a bundle, is not read again. */
export function journalsIn(home: string): Journals {
	const noted = new Map<string, Journal>();
	const at = (place: string) => noted.get(place) ?? readJournal(place);
	return {
		note(part, { placing, removing }) {
			const place = path.join(home, `${part}${ending}`);
			const before = at(place);
			const journal = { placing: [...before.placing, ...placing], removing: [...before.removing, ...removing] };
			write(place, journal);
			noted.set(place, journal);
		},
		all() {
			const journals = placesIn(home).map(at);
			return {
				placing: journals.flatMap(({ placing }) => placing),
				removing: journals.flatMap(({ removing }) => removing),
			};
		},
		drop() {
			for (const place of placesIn(home)) rmSync(place, { force: true });
			noted.clear();
		},
	};
}

function write(place: string, { placing, removing }: Journal): void {
	const next = `${place}.next`;
	try {
		// Not through a link that has come to stand there.
		const file = openSync(next, "wx", 0o600);
		try {
			for (const piece of prettyPieces({ placing, removing })) writeFileSync(file, piece);
		} finally {
			closeSync(file);
		}
		renameSync(next, place);
	} finally {
		rmSync(next, { force: true });
	}
}

function placesIn(home: string): string[] {
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
