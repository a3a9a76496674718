import { prettyJson } from "../json.js";
import type { ProfileFile } from "./format.js";

/** A file of UTF-8. */
export function textFile(name: string, mediaType: string, text: string): ProfileFile {
	return { name, mediaType, content: new TextEncoder().encode(text) };
}

/** A file of lines, each with a final LF. */
export function linesFile(name: string, mediaType: string, lines: readonly string[]): ProfileFile {
	return textFile(name, mediaType, lines.map((line) => `${line}\n`).join(""));
}

/** A script for every shell that keeps to POSIX. */
export function shellScript(name: string, lines: readonly string[]): ProfileFile {
	return linesFile(name, "text/x-shellscript", ["#!/bin/sh", ...lines]);
}

export function jsonFile(name: string, value: unknown): ProfileFile {
	return textFile(name, "application/json", prettyJson(value));
}
