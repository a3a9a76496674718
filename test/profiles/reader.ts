import { existsSync } from "node:fs";
import type { JsonValue } from "../../src/json.js";
import type { ProfileFile } from "../../src/profiles/format.js";

/**
 * How a program that shares nothing with this project reads a format. A file in `readers` exports one as `reader`; a format without one has nothing but its vendor's page behind it.
 */
export interface ProfileReader {
	/** Names the programs, for the tests that are skipped without them. */
	readonly needs: string;
	readonly isHere: boolean;
	/** Whether the format carries each value as one string, or in its native type. */
	readonly carries: "texts" | "values";
	/** In the values of one profile, where the program takes no more. @default any number */
	readonly mostCharacters?: number;
	/** What it finds under each key, for the files of each profile. */
	read(profiles: readonly (readonly ProfileFile[])[]): readonly Found[] | Promise<readonly Found[]>;
}

export type Found = Readonly<Record<string, JsonValue>>;

/** The reader of a format, in a file of its word as file names are spelt; undefined where nobody has written one. */
export async function readerOf(word: string): Promise<ProfileReader | undefined> {
	const name = word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	const place = new URL(`readers/${name}.ts`, import.meta.url);
	return existsSync(place) ? (await import(place.pathname)).reader : undefined;
}

/** The content of a profile's first file, or of the one with this name. */
export function fileOf(files: readonly ProfileFile[], name?: string): Uint8Array {
	const found = name === undefined ? files[0] : files.find((file) => file.name === name);
	if (!found) throw new Error(`the profile has no file ${name ?? ""}`);
	return found.content;
}
