/** An entry of a table of FortiOS, by its name as {@link quote} writes it or its number. */
export interface CliEntry {
	readonly edit: string | number;
	/** Commands that say all that the entry is, such as `set type fqdn`. */
	readonly commands: readonly string[];
}

/** A table with some of its entries; no lines where there are none. */
export function cliTable(table: string, entries: readonly CliEntry[]): string[] {
	if (entries.length === 0) return [];
	return [
		`config ${table}`,
		...entries.flatMap(({ edit, commands }) => [
			`    edit ${edit}`,
			...commands.map((command) => `        ${command}`),
			"    next",
		]),
		"end",
	];
}

/**
 * A text as a value. A question mark asks for help even inside of quotes, a dollar sign begins a variable of FortiManager,
 * and brackets are refused in names: what is not plain becomes a space.
 */
export function quote(text: string): string {
	return `"${text.replace(/[^A-Za-z0-9.,:;/_=+@*-]+/g, " ").trim()}"`;
}

/** Whole lists: `set` replaces what stood there, where `append` would add. */
export function setList(field: string, names: readonly string[]): string {
	return `set ${field} ${names.map(quote).join(" ")}`;
}
