import { printable } from "../printable.js";

/** Markup that is safe to place: only the template `html` makes any. */
export class Html {
	readonly #markup: string;

	private constructor(markup: string) {
		this.#markup = markup;
	}

	get markup(): string {
		return this.#markup;
	}

	static of(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
		const parts = template.map((part, index) => (index === 0 ? part : placed(values[index - 1]) + part));
		return new Html(parts.join(""));
	}
}

/** What a template takes between tags and between the double quotes of an attribute; `undefined` is nothing. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/**
 * Markup as the template has it, in which every value is text unless it is `Html` itself. Characters that would hide or
 * reorder what people read show as `\u202e`. Attributes stand in double quotes.
 */
export const html = Html.of;

function placed(value: HtmlValue): string {
	if (value === undefined) return "";
	if (value instanceof Html) return value.markup;
	if (typeof value === "string") return escaped(value);
	if (typeof value === "number") return String(value);
	return value.map(placed).join("");
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
	return printable(text).replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
