import { ownAttributes } from "../attribute-grammar.js";
import { attribute, type Condition, type Field, type Over, resource } from "../detections/detection.js";

/** How a language of queries over events writes what conditions are made of. */
export interface EventSyntax {
	readonly field: (field: Field) => string;
	readonly text: (text: string) => string;
	readonly isOneOf: (field: string, texts: readonly string[]) => string;
	readonly contains: (field: string, text: string) => string;
	/** @param pattern a regular expression, as it is */
	readonly matches: (field: string, pattern: string) => string;
	readonly number: (field: string) => string;
	readonly exists: (field: string) => string;
	readonly not: (condition: string) => string;
}

/** A condition in a language that knows `and`, `or` and brackets. */
export function writtenCondition(condition: Condition, syntax: EventSyntax): string {
	if ("all" in condition) return bracketed(condition.all, " and ", syntax);
	if ("any" in condition) return bracketed(condition.any, " or ", syntax);
	if ("not" in condition) return syntax.not(writtenCondition(condition.not, syntax));
	const field = syntax.field(condition.field);
	if ("is" in condition) return syntax.isOneOf(field, condition.is.map(syntax.text));
	if ("contains" in condition) {
		return `(${condition.contains.map((text) => syntax.contains(field, syntax.text(text))).join(" or ")})`;
	}
	if ("matches" in condition) {
		return `(${condition.matches.map((pattern) => syntax.matches(field, pattern)).join(" or ")})`;
	}
	if ("above" in condition) return `${syntax.number(field)} > ${condition.above}`;
	return syntax.exists(field);
}

/** What the measure of several events is held to. */
export function limitOf(over: Over): string {
	return "times" in over ? `>= ${over.times}` : `> ${over.above}`;
}

/** Where an event that answers a question came from, and then what the question looks at. */
export function columnsOf(fields: readonly string[]): readonly Field[] {
	return [resource(ownAttributes.group), ...["session.id", "event.name", ...fields].map(attribute)];
}

function bracketed(all: readonly Condition[], by: string, syntax: EventSyntax): string {
	return `(${all.map((each) => writtenCondition(each, syntax)).join(by)})`;
}
