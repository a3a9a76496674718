/** What colours text, and takes no room. */
const style = new RegExp(`${"\u001b"}\\[\\d{1,2}m`, "g");

/** Beginnings of lines that people copy as a whole. */
const copied = /^\s*(?:\$ |\$env:|npx |pulumi-cowork |export )/;

/**
 * Text whose lines are no wider than that, but for single words and for commands to copy: what goes on to another line
 * stands two columns further in.
 */
export function wrapLines(text: string, columns: number): string {
	if (columns === Number.POSITIVE_INFINITY) return text;
	return text
		.split("\n")
		.flatMap((line) => wrapLine(line, columns))
		.join("\n");
}

function wrapLine(line: string, columns: number): string[] {
	const plain = line.replace(style, "");
	if (plain.length <= columns || copied.test(plain)) return [line];
	const indent = " ".repeat(plain.search(/\S/) + 2);
	const lines: string[] = [];
	let left = line;
	for (;;) {
		const at = breakIn(left, columns);
		if (at === undefined) return [...lines, left];
		lines.push(left.slice(0, at).trimEnd());
		left = `${indent}${left.slice(at).trimStart()}`;
	}
}

/** Where a line that is too wide is broken: at the last blank that fits, or else at the first one that there is. */
function breakIn(line: string, columns: number): number | undefined {
	const plain = line.replace(style, "");
	if (plain.length <= columns) return undefined;
	const start = plain.search(/\S/);
	const blanks = [...plain.matchAll(/ (?=\S)/g)].map(({ index }) => index).filter((index) => index > start);
	const chosen = blanks.findLast((index) => index <= columns) ?? blanks[0];
	return chosen === undefined ? undefined : inStyled(line, chosen);
}

/** The place in a coloured line of a place in what it shows. */
function inStyled(line: string, shown: number): number {
	let at = 0;
	let width = 0;
	for (const { index, 0: code } of line.matchAll(style)) {
		if (width + index - at > shown) break;
		width += index - at;
		at = index + code.length;
	}
	return at + shown - width;
}
