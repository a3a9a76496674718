/** Prints rows of cells, each column as wide as its widest. */
export function printRows(rows) {
	if (rows.length === 0) return;
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const lineOf = (row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column]))
			.join("  ")
			.trimEnd();
	process.stdout.write(`${rows.map(lineOf).join("\n")}\n`);
}
