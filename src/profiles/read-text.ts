import { made, type Outcome, type Refused, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";

/** Largest profile that is read, in bytes; real ones are a hundred times smaller. */
const maxProfileBytes = 1024 * 1024;

export function checkSize(bytes: Uint8Array): readonly Problem[] {
	if (bytes.length <= maxProfileBytes) return [];
	const message = `the file has ${bytes.length} bytes; expected at most ${maxProfileBytes}`;
	return [error("out-of-bounds", [], message)];
}

/** The text of a file without its byte order mark. Refuses what is too large or not of this encoding. */
export function readText(bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): Outcome<string> {
	const tooLarge = checkSize(bytes);
	if (tooLarge.length > 0) return { problems: tooLarge };
	try {
		return made(new TextDecoder(encoding, { fatal: true }).decode(bytes));
	} catch {
		return unreadable(`the file is not ${encoding.toUpperCase()} text`);
	}
}

/** Nothing, because the bytes of a file say nothing; `what` names the line where there is one. */
export function unreadable(what: string): Refused {
	return refused(error("not-readable", [], what));
}
