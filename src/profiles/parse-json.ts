import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { Problem } from "../problem.js";
import { lineOfFault } from "./json-fault.js";
import { unreadable } from "./read-text.js";
import { rounds } from "./rounds.js";

/** Levels of lists and objects: what reads a value goes down them one by one. */
const deepest = 100;

/** Of text that is JSON, where every string ends. */
const tokens = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*|[{}[\]:,]|\n/g;

/** The value of JSON text, in which readers differ: each name once in an object, and no number that would be rounded. */
export function parseJson(text: string): Outcome<JsonValue> {
	let value: JsonValue;
	try {
		value = JSON.parse(text); // what JSON.parse yields is JSON
	} catch {
		return unreadable(`line ${lineOfFault(text)}: is no JSON; something else stands there, or the text ends`);
	}
	const problems = checkText(text);
	return problems.length === 0 ? made(value) : { problems };
}

/** What is wrong with text that is JSON. */
function checkText(text: string): readonly Problem[] {
	/** Of each open object the names so far; of a list none. */
	const open: (Set<string> | undefined)[] = [];
	let line = 1;
	let last = "";
	for (const [token] of text.matchAll(tokens)) {
		if (token === "\n") {
			line++;
			continue;
		}
		if (open.length > deepest) {
			return unreadable(`line ${line}: more than ${deepest} levels; expected fewer`).problems;
		}
		if (token === "{") open.push(new Set());
		else if (token === "[") open.push(undefined);
		else if (token === "}" || token === "]") open.pop();
		else if (token === ":") {
			// Only a name stands before a colon, and only in an object.
			const name: string = JSON.parse(last);
			if (open.at(-1)?.has(name)) return unreadable(`line ${line}: a name stands twice; expected each once`).problems;
			open.at(-1)?.add(name);
		} else if (/^[-\d]/.test(token) && rounds(token)) {
			return unreadable(`line ${line}: a number would be rounded; expected one that a double holds`).problems;
		}
		last = token;
	}
	return [];
}
