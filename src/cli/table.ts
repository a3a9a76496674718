import Table from "cli-table3";
import type { Output } from "./output.js";

/** Columns without lines between them; the last one wraps to the width of the terminal. */
export function table(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	{ columns, colors }: Output,
): string {
	const widths = head.map(
		(title, column) => 2 + rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), title.length),
	);
	const taken = widths.slice(0, -1).reduce((sum, width) => sum + width, 0);
	const last = widths.at(-1) ?? 0;
	const grid = new Table({
		head: head.map((title) => colors.bold(title)),
		chars: {
			top: "",
			"top-mid": "",
			"top-left": "",
			"top-right": "",
			bottom: "",
			"bottom-mid": "",
			"bottom-left": "",
			"bottom-right": "",
			left: "",
			"left-mid": "",
			mid: "",
			"mid-mid": "",
			right: "",
			"right-mid": "",
			middle: "",
		},
		style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
		colWidths: [...widths.slice(0, -1), Math.max(30, Math.min(last, columns - taken))],
		wordWrap: true,
	});
	for (const row of rows) grid.push([...row]);
	return grid
		.toString()
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n");
}
