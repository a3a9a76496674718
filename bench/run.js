// Measures speed and memory against their limits. Prints a table and writes it as JSON.
// Exits with 1 where a limit is missed.
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { coldStart, moreVariants } from "./cold-start.js";
import { isShort, root, run } from "./measure.js";
import { nodeLines } from "./node-lines.js";
import { importing, registering } from "./program.js";
import { bytesAlone, compiling, manyFiles, memory, rendering, tenTimes, unknownKeys } from "./scale.js";
import { synthSteps } from "./synth-steps.js";
import { printRows } from "./table.js";
import { checkingTypes } from "./types.js";
import { upIntoBucket, upIntoFolder } from "./up.js";

const subjects = [
	coldStart,
	moreVariants,
	rendering,
	ruleSets,
	compiling,
	memory,
	bytesAlone,
	tenTimes,
	synthSteps,
	unknownKeys,
	manyFiles,
	checkingTypes,
	importing,
	registering,
	upIntoFolder,
	upIntoBucket,
];
const { file, named } = readArguments();
const place = `node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}`;
const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-bench-"));
const results = [];
try {
	for (const subject of subjects.filter(({ name }) => named.length === 0 || named.includes(name))) {
		const rows = [await subject(folder)].flat();
		for (const { what, value } of rows) if (!Number.isFinite(value)) throw new Error(`${what} is ${value}`);
		results.push(...rows);
		// What comes later may fail.
		writeFileSync(file, `${JSON.stringify({ place, short: isShort, results }, undefined, "\t")}\n`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

const judged = isShort ? [] : results.filter(({ limit }) => limit !== undefined);
const missed = judged.filter(({ value, limit }) => value > limit);
const judgement = (row) => [`at most ${row.limit}`, missed.includes(row) ? "MISSED" : "kept"];
printRows(
	results.map((row) => [
		row.what,
		`${inDigits(row.value)} ${row.unit}`,
		...(judged.includes(row) ? judgement(row) : ["", ""]),
	]),
);
const told = isShort
	? "small sizes, of which none is judged"
	: `${missed.length} of ${judged.length} limits are missed`;
process.stdout.write(`\n${place}; ${told}\n`);
if (missed.length > 0) process.exitCode = 1;

/** Whatever can be wrong with them is told before anything is measured. */
function readArguments() {
	const words = subjects.map(({ name }) => name).join(", ");
	try {
		const options = { short: { type: "boolean" }, out: { type: "string" }, help: { type: "boolean" } };
		const { values, positionals: named } = parseArgs({ options, allowPositionals: true });
		if (values.help) printUsage(words);
		const unknown = named.filter((word) => !subjects.some(({ name }) => name === word));
		if (unknown.length > 0) throw new Error(`no subject ${unknown.join(", ")}; there are ${words}`);
		nodeLines();
		const file = values.out ?? path.join(root, isShort ? "bench/results-short.json" : "bench/results.json");
		accessSync(path.dirname(path.resolve(file)), constants.W_OK);
		return { file, named };
	} catch (fault) {
		process.stderr.write(`${fault.message}\n`);
		return process.exit(2);
	}
}

function printUsage(words) {
	process.stdout.write(`npm run bench -- [--short] [--out FILE] [SUBJECT...]

Measures what each subject names, all of them without one, and writes the results to FILE as JSON.
--short shows that every row works, of one round and small sizes, and judges none.
Subjects: ${words}
`);
	process.exit(0);
}

/** Ten thousand hosts through every firewall, and how much longer than a tenth of them takes; each in a new process. */
function ruleSets() {
	const script = path.join(import.meta.dirname, "rules.js");
	const words = JSON.parse(run([script]).stdout);
	return words.flatMap((word) => {
		const { few, many } = JSON.parse(run([script, word]).stdout);
		return [
			{ what: `${word}: rules of 10000 hosts`, value: many, unit: "ms" },
			{ what: `${word}: rules of 10000 hosts to 1000`, value: many / few, unit: "times", limit: 15 },
		];
	});
}

function inDigits(value) {
	return value < 100 ? value.toPrecision(3) : String(Math.round(value));
}
