import { error, type Problem } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { Rule, TextShape } from "../../shape/shape.js";

/** White space around it passes. */
export const oneLine: Rule<string> = (value) =>
	/\p{Cc}/u.test(value)
		? [error("not-one-line", [], "has line breaks or control characters; expected one line of text")]
		: [];

/** What is wrong with text that is to stand on one line. */
export function lineProblems(value: string): readonly Problem[] {
	const broken = oneLine(value);
	if (broken.length > 0) return broken;
	if (value.trim() === value) return [];
	return [error("outer-space", [], "starts or ends with white space; remove it")];
}

/** One line of text. */
export const line: TextShape = text(lineProblems);

/** Text on any number of lines, of which some is to be read. */
export const instructions: TextShape = text((value) =>
	value.trim() === ""
		? [error("empty", [], "is blank, which the app takes for none; give a text or leave it out")]
		: [],
);

/** Text on any number of lines. */
export const freeText: TextShape = text();
