// Measures speed and memory against their limits. Prints a table and writes bench/results.json.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { everyFormat } from "./every-format.js";
import { deploymentOf } from "./groups.js";
import { commandWithMoreVariants } from "./more-variants.js";
import { pulumiRows } from "./pulumi.js";

const root = path.dirname(import.meta.dirname);
const main = path.join(root, "dist/cli/main.js");
const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-bench-"));
const sizes = [1, 10, 100, 1000];
const results = [];

try {
	results.push(
		...coldStart(),
		moreVariants(),
		...rendering(),
		...ruleSets(),
		...scaling(),
		...memory(),
		...pulumiRows(),
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

const place = `node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}`;
print(results);
process.stdout.write(`\n${place}\n`);
writeFileSync(path.join(root, "bench/results.json"), `${JSON.stringify({ place, results }, undefined, "\t")}\n`);

/** The whole process that compiles the quickstart into a new folder, in turns with one that does nothing; on each Node. */
function coldStart() {
	const deployment = path.join(root, "examples/quickstart/deployment.yaml");
	return nodeLines().flatMap(({ node, line, limit }) => {
		const pairs = Array.from({ length: 21 }, (_, round) => {
			const bare = processorTime(node, ["-e", "0"]);
			const out = path.join(folder, `cold-${line}-${round}`);
			const synth = processorTime(node, [main, "synth", deployment, "--out", out]);
			return { bare, synth, ratio: synth / bare };
		});
		const medianOf = (name) => median(pairs.map((pair) => pair[name]));
		const what = `Node ${line}: synth of the quickstart, cold`;
		return [
			{ what: `Node ${line}: node -e 0, processor time`, value: medianOf("bare"), unit: "ms" },
			{ what, value: medianOf("synth"), unit: "ms" },
			{ what: `${what}, to node -e 0`, value: medianOf("ratio"), unit: "times", limit },
		];
	});
}

/** This Node, and those that BENCH_NODES names: paths of programs with `:` between them, `;` on Windows. */
function nodeLines() {
	const others = (process.env.BENCH_NODES ?? "").split(path.delimiter).filter((node) => node !== "");
	const limits = { 20: 5, 22: 8, 24: 8 };
	return [process.execPath, ...others].map((node) => {
		const { stdout, status } = spawnSync(node, ["-p", "process.versions.node.split('.')[0]"], { encoding: "utf8" });
		if (status !== 0) throw new Error(`BENCH_NODES: ${node} does not run`);
		const line = stdout.trim();
		return { node, line, limit: limits[line] };
	});
}

/** Milliseconds of the processor that a process takes, which other programs on the machine do not lengthen. */
function processorTime(node, args) {
	const probe = path.join(import.meta.dirname, "processor-time.js");
	const stdio = ["ignore", "ignore", "pipe", "pipe"];
	const result = spawnSync(node, ["--import", probe, ...args], { stdio, encoding: "utf8" });
	if (result.status !== 0) throw new Error(`${node} ${args.join(" ")} exits with ${result.status}: ${result.stderr}`);
	return Number(result.output[3]);
}

/** The command with many more variants than there are, next to the command as it is. */
function moreVariants() {
	const deployment = path.join(root, "examples/quickstart/deployment.yaml");
	const more = commandWithMoreVariants(folder);
	const ratios = Array.from({ length: 21 }, (_, round) => {
		const [plain, with_] = [main, more].map((each) =>
			time([each, "synth", deployment, "--out", path.join(folder, `variants-${round}`)]),
		);
		return with_ / plain;
	});
	const what = "synth of the quickstart, cold, with 20 more backends and 12 more formats";
	return { what, value: median(ratios), unit: "times", limit: 1.1 };
}

/** What compiling takes beyond planning: rendering, digests and the manifest. Of each the round least disturbed. */
function rendering() {
	return [
		{ what: "rendering a file, of 100 groups, disk aside", rounds: 60, formats: [] },
		{ what: "rendering a file in every format, of 100 groups, disk aside", rounds: 20, formats: ["every"] },
	].map(({ what, rounds, formats }) => {
		const { files, planning, compiling } = compile(100, rounds, ...formats);
		return { what, value: (Math.min(...compiling) - Math.min(...planning)) / files, unit: "ms", limit: 0.1 };
	});
}

/** Ten thousand hosts through every firewall, and how much longer than a tenth of them takes; each in a new process. */
function ruleSets() {
	const words = JSON.parse(run([path.join(import.meta.dirname, "rules.js")], "pipe").stdout);
	return words.flatMap((word) => {
		const { few, many } = JSON.parse(run([path.join(import.meta.dirname, "rules.js"), word], "pipe").stdout);
		return [
			{ what: `${word}: rules of 10000 hosts`, value: many, unit: "ms", limit: 1000 },
			{ what: `${word}: rules of 10000 hosts to 1000`, value: many / few, unit: "times", limit: 15 },
		];
	});
}

/** Parsing and compiling, without disk or start, in a new process each; of five the least disturbed. */
function scaling() {
	const least = (groups, ...formats) =>
		Math.min(...Array.from({ length: 5 }, () => compile(groups, 0, ...formats).first));
	const times = sizes.map((groups) => least(groups));
	const [, , hundred = 0, thousand = 0] = times;
	const inEveryFormat = least(1000, "every") / least(100, "every");
	return [
		...sizes.map((groups, index) => ({
			what: `compiling ${groups} groups, processor time`,
			value: times[index],
			unit: "ms",
		})),
		{ what: "compiling 1000 groups to 100", value: thousand / hundred, unit: "times", limit: 11 },
		{ what: "compiling 1000 groups to 100, in every format", value: inEveryFormat, unit: "times", limit: 11 },
	];
}

/** The most memory that the command has had, files read and written. */
function memory() {
	const cases = [...sizes.map((groups) => ({ groups })), { groups: 1000, profiles: everyFormat }];
	return cases.map(({ groups, profiles }) => {
		const deployment = path.join(folder, `${groups}.yaml`);
		writeFileSync(deployment, JSON.stringify(deploymentOf(groups, profiles)));
		const probe = path.join(import.meta.dirname, "peak-memory.js");
		const args = ["--import", probe, main, "synth", deployment, "--out", path.join(folder, "memory")];
		const { output } = run(args, ["ignore", "ignore", "ignore", "pipe"]);
		const value = (Number(output[3]) * 1024) / 1e6;
		return {
			what: `memory at most, synth of ${groups} groups${profiles ? " in every format" : ""}`,
			value,
			unit: "MB",
			...(groups === 1000 && { limit: 400 }),
		};
	});
}

function compile(groups, rounds, ...formats) {
	const args = [path.join(import.meta.dirname, "compile.js"), String(groups), String(rounds), ...formats];
	const { stdout } = run(args, "pipe");
	return JSON.parse(stdout);
}

function time(args) {
	const start = performance.now();
	run(args, "ignore");
	return performance.now() - start;
}

function run(args, stdio) {
	const result = spawnSync(process.execPath, args, { stdio, encoding: "utf8", maxBuffer: 1 << 28 });
	if (result.status !== 0) throw new Error(`node ${args.join(" ")} exits with ${result.status}: ${result.stderr}`);
	return result;
}

function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)];
}

function print(rows) {
	const cells = rows.map(({ what, value, unit, limit }) => [
		what,
		`${value < 100 ? value.toPrecision(3) : Math.round(value)} ${unit}`,
		limit === undefined ? "" : `at most ${limit}`,
		limit === undefined ? "" : value <= limit ? "kept" : "MISSED",
	]);
	const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
	const lines = cells.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column]))
			.join("  ")
			.trimEnd(),
	);
	process.stdout.write(`${lines.join("\n")}\n`);
}
