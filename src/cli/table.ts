import Table from "cli-table3";
import type { Output } from "./output.js";

/** Columns without lines between them; the last one wraps to the width of the terminal. */
export function table(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	{ columns, colors }: Output,
): string {
	const widths = head.map(
		(title, column) => 2 + Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
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
	grid.push(...rows.map((row) => [...row]));
	return grid
		.toString()
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n");
}
