// Prints what was measured beside what was aimed at, as a table for docs/speed.md: node bench/goals.js RESULTS
// A row that was not measured has a dash; what keeps a row from its goal is told where it misses it.
import { readFileSync } from "node:fs";

const addedSince =
	"of the 82 files, 44 were asked for after the goal was set (for devices, the handover, who receives data)";

const goals = [
	{
		what: "Node 20: synth of the quickstart, cold, to node -e 0",
		goal: 2.4,
		missed: `${addedSince}: 0.4 of it; the rest is code that runs once, a tenth of it a table of public suffixes`,
	},
	{ what: "Node 22: synth of the quickstart, cold, to node -e 0", goal: 4.2, missed: "the same files: 1.0 of it" },
	{ what: "Node 24: synth of the quickstart, cold, to node -e 0", goal: 4.2, missed: "the same files: 0.8 of it" },
	{
		what: "synth of 1000 groups to making, hashing and writing the same bytes",
		goal: 3.5,
		missed: "the same files are a sixth of it, and a quarter is writing so that nobody reads half of a bundle",
	},
	{
		what: "synth of 10000 groups to 1000, processor time",
		goal: 8,
		missed: "by less than two runs differ",
	},
	{
		what: "synth of 10000 groups to 1000, memory at most",
		goal: 5,
		missed: "a bundle is in memory as a whole before any of it is written, so that a refused one writes nothing",
	},
	{
		what: "1000 groups with five extraSettings each, to without",
		goal: 1.3,
	},
	{
		what: "synth of 100 files in one command, to one",
		goal: 5,
		missed:
			"each writes 31 files into 15 folders, for 13 in 11 when the goal was set, which is a third of what a further file takes",
	},
	{
		what: "pulumi up of 100 groups, to dynamic resources that write the same, processor time",
		goal: 1,
		missed:
			"each part is staged, noted and renamed under a lock of the folder, and everything is checked before the first",
	},
	{
		what: "pulumi up of 100 groups, nothing changed, to the same bare",
		goal: 1.25,
		missed: "what stands on disk is read and compared, which dynamic resources leave out",
	},
	{
		what: "state of 100 groups, to their parts and one list of files",
		goal: 1.5,
	},
	{
		what: "tsc of a program with the package, to without",
		goal: 1.15,
	},
];

const [file = "bench/results.json"] = process.argv.slice(2);
const { place, results } = JSON.parse(readFileSync(file, "utf8"));
const measured = new Map(results.map(({ what, value }) => [what, value]));
const lines = goals.map(({ what, goal, missed = "" }) => {
	const value = measured.get(what);
	const shown = value === undefined ? "-" : Number(value.toFixed(2));
	return `| ${what} | ${goal} | ${shown} | ${value > goal ? missed : ""} |`;
});
process.stdout.write(
	`| ratio | goal | measured | where it is missed |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n\n${place}\n`,
);
