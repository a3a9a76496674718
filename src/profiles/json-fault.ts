const token =
	/[ \t\n\r]*(?:("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\]:,]))/uy;

/** What may come next: `first` where a list or an object may also end at once. */
type Expected = "value" | "first value" | "name" | "first name" | "colon" | "rest";

/** The line on which text stops being JSON, counted from 1; the text itself is never repeated, for it may be a secret. */
export function lineOfFault(text: string): number {
	const open: ("{" | "[")[] = [];
	let expected: Expected = "value";
	let at = 0;
	for (;;) {
		token.lastIndex = at;
		const [, string, literal, mark] = token.exec(text) ?? [];
		const next = after(expected, string !== undefined ? "string" : literal !== undefined ? "literal" : mark, open);
		if (next === undefined) break;
		expected = next;
		at = token.lastIndex;
	}
	// White space before what is wrong belongs to it.
	const fault = at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0);
	return text.slice(0, fault).split("\n").length;
}

/** What may come after a token, undefined where it cannot stand there; opens and closes lists and objects. */
function after(expected: Expected, found: string | undefined, open: ("{" | "[")[]): Expected | undefined {
	const isValue = expected === "value" || expected === "first value";
	const isName = expected === "name" || expected === "first name";
	if (found === "string" && isName) return "colon";
	if (found === "string" || found === "literal") return isValue ? "rest" : undefined;
	if (found === "{" || found === "[") {
		if (!isValue) return undefined;
		open.push(found);
		return found === "{" ? "first name" : "first value";
	}
	if (found === ":") return expected === "colon" ? "value" : undefined;
	const inside = open.at(-1);
	if (found === ",") {
		if (expected !== "rest" || !inside) return undefined;
		return inside === "{" ? "name" : "value";
	}
	const ends = inside === "{" ? "}" : "]";
	const mayEnd = expected === "rest" || expected === (inside === "{" ? "first name" : "first value");
	if (found !== ends || !inside || !mayEnd) return undefined;
	open.pop();
	return "rest";
}
