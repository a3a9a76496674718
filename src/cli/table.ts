import Table from "cli-table3";
import { printable } from "../printable.js";
import type { Output } from "./output.js";

type Row = readonly string[];
type Width = Pick<Output, "columns" | "colors">;

/** What the last column takes at least before a table is too wide. */
const least = 30;

/**
 * Columns without lines between them, the last one wrapped to the width of the terminal. Where a terminal is too narrow
 * for that, each row is a block: its first cell, and below it the others by the titles of their columns.
 */
export function table(head: Row, rows: readonly Row[], output: Width): string {
	const widths = head.map(
		(title, column) => 2 + rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), title.length),
	);
	const taken = widths.slice(0, -1).reduce((sum, width) => sum + width, 0);
	const wanted = widths.at(-1) ?? 0;
	const left = output.columns - taken;
	if (left < Math.min(wanted, least)) return blocks(head, rows, output);
	return grid(head, rows, [...widths.slice(0, -1), Math.min(wanted, left)], output);
}

function grid(head: Row, rows: readonly Row[], colWidths: number[], { colors }: Width): string {
	const sides = ["top", "bottom", "left", "right", "mid"];
	const corners = ["top-mid", "top-left", "top-right", "bottom-mid", "bottom-left", "bottom-right"];
	const inner = ["left-mid", "mid-mid", "right-mid", "middle"];
	const cells = new Table({
		head: head.map((title) => colors.bold(title)),
		chars: Object.fromEntries([...sides, ...corners, ...inner].map((name) => [name, ""])),
		style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
		colWidths,
		wordWrap: true,
	});
	for (const row of rows) cells.push(row.map((cell) => cell.replace(/[\r\n]/g, printable)));
	return cells
		.toString()
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n");
}

/** Rows that have the same first cell stand below it together; empty cells are left out. */
function blocks([, ...head]: Row, rows: readonly Row[], { columns, colors }: Width): string {
	const label = head.reduce((most, title) => Math.max(most, title.length), 0);
	const indent = " ".repeat(label + 4);
	const block = ([name = "", ...cells]: Row, index: number) => {
		const repeated = rows[index - 1]?.[0] === name;
		const lines = head.flatMap((title, column) => {
			const [first, ...others] = wrap(cells[column] ?? "", Math.max(columns - indent.length, least));
			if (first === undefined) return [];
			return [`  ${colors.dim(title.padEnd(label))}  ${first}`, ...others.map((line) => `${indent}${line}`)];
		});
		return [...(repeated ? [] : [colors.bold(name)]), ...lines, ""];
	};
	return rows.flatMap(block).slice(0, -1).join("\n");
}

/** Lines of words; a word that is longer than a line has one of its own. */
function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter((each) => each !== "")) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
