import { existsSync } from "node:fs";
import type { RuleFile } from "../../src/firewall/backend.js";

export interface Probe {
	readonly host: string;
	readonly port: number;
	/** Whether the client's network is none of those that rules name. @default false */
	readonly stranger?: boolean;
	/** Whether it is asked by QUIC, over UDP, rather than TCP. @default false */
	readonly quic?: boolean;
}

/** `unlisted` is what a rule set says about a destination when it leaves the denying to others. */
export type Verdict = "open" | "closed" | "unlisted";

/**
 * Reads a rule set by the documented semantics of its format, apart from the code that wrote it.
 * Throws where the format's own reader would refuse.
 */
export type Reader = (files: readonly RuleFile[]) => (probe: Probe) => Verdict;

/** Where the reader of a backend stands: a file of its word as file names are spelt. */
export function readerFile(word: string): string {
	return `readers/${word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}

/** The reader of a backend's rule sets; undefined where nobody has written one. */
export async function readerOf(word: string): Promise<Reader | undefined> {
	const place = new URL(readerFile(word), import.meta.url);
	return existsSync(place) ? (await import(place.pathname)).read : undefined;
}

export function onlyFile(files: readonly RuleFile[], name: string): string {
	const [file, ...others] = files;
	if (file?.name !== name || others.length > 0) throw new Error(`expected ${name} alone`);
	return file.content;
}
