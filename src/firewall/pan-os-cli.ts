/** Where objects and rules of a firewall or of Panorama stand. */
export interface PanOsPlace {
	/** Words before an object, such as `vsys vsys2`; none on a firewall with one virtual system. */
	readonly objects: readonly string[];
	/** Words before `security` or `decryption`. */
	readonly rulebase: readonly string[];
}

/** So that no line gets too long for a command line; a value that is set later is added to those before. */
const valuesOfLine = 40;

/** Commands that give each member of an entry its value, or every value of a list. */
export function setEntry(
	path: readonly string[],
	members: Readonly<Record<string, string | readonly string[]>>,
): string[] {
	return Object.entries(members).flatMap(([member, value]) => {
		const head = ["set", ...path.map(word), member].join(" ");
		if (typeof value === "string") return [`${head} ${word(value)}`];
		return Array.from({ length: Math.ceil(value.length / valuesOfLine) }, (_, index) => {
			const some = value.slice(index * valuesOfLine, (index + 1) * valuesOfLine);
			return `${head} [ ${some.map(word).join(" ")} ]`;
		});
	});
}

export function deleteEntry(path: readonly string[]): string {
	return ["delete", ...path.map(word)].join(" ");
}

/** Puts an entry to its place among others: first, or before another one. */
export function moveEntry(path: readonly string[], place: "top" | { readonly before: string }): string {
	const where = place === "top" ? [place] : ["before", word(place.before)];
	return ["move", ...path.map(word), ...where].join(" ");
}

/**
 * A value as one word. A question mark asks for help even inside of quotes, and a quote inside of a value would end it:
 * what is not plain becomes a space.
 */
function word(text: string): string {
	const plain = text.replace(/[^A-Za-z0-9.,:;/_=+@*() -]+/g, " ").trim();
	return /^[A-Za-z0-9./:_*-]+$/.test(plain) ? plain : `"${plain}"`;
}
