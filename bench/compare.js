// Compares two files of results, row by row: node bench/compare.js OLD NEW
// Across machines only the rows in times and in objects mean something; where the places differ this says so.
import { readResults } from "./read-results.js";
import { printRows } from "./table.js";

const [older, newer, ...more] = process.argv.slice(2);
if (newer === undefined || more.length > 0) {
	process.stderr.write("name two files of results: node bench/compare.js OLD NEW\n");
	process.exit(2);
}
const [old, now] = readResults([older, newer]);
const byWhat = ({ results }) => new Map(results.map((row) => [row.what, row]));
const [before, after] = [byWhat(old), byWhat(now)];
const shown = (row) => (row === undefined ? "-" : `${Number(row.value.toPrecision(3))} ${row.unit}`);
printRows([
	["", "old", "new", "new to old"],
	...[...new Set([...before.keys(), ...after.keys()])].map((what) => {
		const [a, b] = [before.get(what), after.get(what)];
		return [what, shown(a), shown(b), a && b ? (b.value / a.value).toFixed(2) : ""];
	}),
]);
if (old.place !== now.place) process.stdout.write(`\nmeasured in two places: ${old.place}; ${now.place}\n`);
