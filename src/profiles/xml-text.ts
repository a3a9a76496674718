/** XML readers turn a bare CR into LF, and lenient ones every other character that ends a line. */
const escapes: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"\t": "&#x9;",
	"\n": "&#xA;",
	"\r": "&#xD;",
	"\u0085": "&#x85;",
	"\u2028": "&#x2028;",
	"\u2029": "&#x2029;",
};

/** Text between tags. It must pass `checkRenderableText`. */
export function xmlText(text: string): string {
	return text.replace(/[&<>\r\u0085\u2028\u2029]/g, escaped);
}

/** Text between double quotes, where readers turn any white space into spaces. It must pass `checkRenderableText`. */
export function xmlAttribute(text: string): string {
	return text.replace(/[&<>"\t\n\r\u0085\u2028\u2029]/g, escaped);
}

/** Text of a comment, which holds no two hyphens in a row. It has printable characters alone. */
export function xmlComment(text: string): string {
	return text.replace(/-(?=-)/g, "- ");
}

function escaped(character: string): string {
	return escapes[character] ?? character;
}
