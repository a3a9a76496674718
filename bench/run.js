// Measures speed and memory against their limits. Prints a table and writes it as JSON.
//   node bench/run.js [--short] [--out FILE] [SUBJECT...]
// --short shows that every row works, of one round and small sizes, and judges none; a subject is a name in the list below.
// Exits with 1 where a limit is missed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { coldStart, moreVariants } from "./cold-start.js";
import { isShort, root, run } from "./measure.js";
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
const { values, positionals: named } = readArguments();
const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-bench-"));
const results = [];
try {
	for (const subject of subjects.filter(({ name }) => named.length === 0 || named.includes(name))) {
		const rows = [await subject(folder)].flat();
		for (const { what, value } of rows) if (!Number.isFinite(value)) throw new Error(`${what} is ${value}`);
		results.push(...rows);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

const place = `node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}`;
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
const file = values.out ?? path.join(root, isShort ? "bench/results-short.json" : "bench/results.json");
writeFileSync(file, `${JSON.stringify({ place, results }, undefined, "\t")}\n`);

function readArguments() {
	try {
		const options = { short: { type: "boolean" }, out: { type: "string" } };
		const read = parseArgs({ options, allowPositionals: true });
		const unknown = read.positionals.filter((word) => !subjects.some(({ name }) => name === word));
		if (unknown.length === 0) return read;
		throw new Error(`no subject ${unknown.join(", ")}; there are ${subjects.map(({ name }) => name).join(", ")}`);
	} catch (fault) {
		process.stderr.write(`${fault.message}\n`);
		return process.exit(2);
	}
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
