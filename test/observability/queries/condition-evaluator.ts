import type { Event } from "../detections/sigma-evaluator.js";

type Holds = (event: Event) => boolean;

/** What a language reads from an event: the field of a name, or nothing where the tokens say no field. */
export type Operand = (tokens: Tokens) => string | undefined;

/** The words of a condition, one after the other. */
export class Tokens {
	readonly #all: readonly string[];
	#at = 0;

	constructor(text: string) {
		// A text, a name in its quotes, a regular expression, a word or number, or one mark.
		this.#all = text.match(/@"(?:[^"]|"")*"|"(?:[^"\\]|\\.)*"|`[^`]*`|\/(?:[^/\\]|\\.)*\/|[\w.@]+|\S/g) ?? [];
	}

	get next(): string | undefined {
		return this.#all[this.#at];
	}

	take(): string {
		const token = this.#all[this.#at++];
		if (token === undefined) throw new Error("the condition ends in the middle");
		return token;
	}

	expect(...tokens: readonly string[]): void {
		for (const token of tokens) {
			const found = this.take();
			if (found !== token) throw new Error(`${found} stands where ${token} should`);
		}
	}
}

/** `attributes.x` and `resource.attributes.x` between backticks. */
export const insightsOperand: Operand = (tokens) => {
	const [, name] = /^`(?:resource\.)?attributes\.(.+)`$/.exec(tokens.next ?? "") ?? [];
	if (name !== undefined) tokens.take();
	return name;
};

/** `tostring(Attributes["x"])`, and the same as a number. */
export const kustoOperand: Operand = (tokens) => {
	if (tokens.next === "todouble") {
		tokens.expect("todouble", "(");
		const inner = kustoOperand(tokens);
		tokens.expect(")");
		return inner;
	}
	if (tokens.next !== "tostring") return undefined;
	tokens.expect("tostring", "(");
	const column = tokens.take();
	if (column !== "Attributes" && column !== "ResourceAttributes") throw new Error(`no column ${column}`);
	tokens.expect("[");
	const name = JSON.parse(tokens.take());
	tokens.expect("]", ")");
	return name;
};

/**
 * What a condition of the languages for logs asks: `and`, `or`, `not` and brackets around comparisons. Whatever else it
 * says is thrown.
 */
export function conditionsOf(text: string, operand: Operand): Holds {
	const tokens = new Tokens(text);
	const holds = alternatives(tokens, operand);
	if (tokens.next !== undefined) throw new Error(`not read to its end: ${tokens.next}`);
	return holds;
}

function alternatives(tokens: Tokens, operand: Operand): Holds {
	const all = [conjunction(tokens, operand)];
	while (tokens.next === "or") {
		tokens.take();
		all.push(conjunction(tokens, operand));
	}
	return (event) => all.some((holds) => holds(event));
}

function conjunction(tokens: Tokens, operand: Operand): Holds {
	const all = [one(tokens, operand)];
	while (tokens.next === "and") {
		tokens.take();
		all.push(one(tokens, operand));
	}
	return (event) => all.every((holds) => holds(event));
}

function one(tokens: Tokens, operand: Operand): Holds {
	if (tokens.next === "not") {
		tokens.take();
		const inner = one(tokens, operand);
		return (event) => !inner(event);
	}
	if (tokens.next !== "(") return comparison(tokens, operand);
	tokens.take();
	const inner = alternatives(tokens, operand);
	tokens.expect(")");
	return inner;
}

function comparison(tokens: Tokens, operand: Operand): Holds {
	if (tokens.next === "strcontains") {
		tokens.expect("strcontains", "(");
		const field = fieldOf(tokens, operand);
		tokens.expect(",");
		const inside = JSON.parse(tokens.take());
		tokens.expect(")", "=", "1");
		return (event) => textOf(event, field).includes(inside);
	}
	if (tokens.next === "ispresent" || tokens.next === "isnotempty") {
		tokens.take();
		tokens.expect("(");
		const field = fieldOf(tokens, operand);
		tokens.expect(")");
		return (event) => textOf(event, field) !== "";
	}
	const field = fieldOf(tokens, operand);
	const sign = tokens.take();
	if (sign === ">") {
		const limit = Number(tokens.take());
		return (event) => Number.parseFloat(textOf(event, field)) > limit;
	}
	if (sign === "contains_cs") {
		const inside = JSON.parse(tokens.take());
		return (event) => textOf(event, field).includes(inside);
	}
	if (sign === "like") {
		const pattern = new RegExp(tokens.take().slice(1, -1));
		return (event) => pattern.test(textOf(event, field));
	}
	if (sign === "matches") {
		tokens.expect("regex");
		const pattern = new RegExp(textAsItIs(tokens.take()));
		return (event) => pattern.test(textOf(event, field));
	}
	if (sign !== "in") throw new Error(`no comparison ${sign}`);
	const end = tokens.take() === "[" ? "]" : ")";
	const texts: string[] = [];
	while (tokens.next !== end) {
		if (texts.length > 0) tokens.expect(",");
		texts.push(JSON.parse(tokens.take()));
	}
	tokens.take();
	return (event) => Object.hasOwn(event, field) && texts.includes(textOf(event, field));
}

/** Between the quotation marks of a text in which a backslash is itself. */
function textAsItIs(token: string): string {
	const [, text] = /^@"(.*)"$/s.exec(token) ?? [];
	if (text === undefined) throw new Error(`${token} is no text as it is`);
	return text.replaceAll('""', '"');
}

function fieldOf(tokens: Tokens, operand: Operand): string {
	const field = operand(tokens);
	if (field === undefined) throw new Error(`${tokens.next} is no field`);
	return field;
}

function textOf(event: Event, field: string): string {
	return Object.hasOwn(event, field) ? String(event[field]) : "";
}
