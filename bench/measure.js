// How rows are measured: programs in processes of their own, by what they take of the processor and of memory.
import { spawnSync } from "node:child_process";
import path from "node:path";

export const root = path.dirname(import.meta.dirname);
export const main = path.join(root, "dist/cli/main.js");

/** Whether rows only show that they still work: one round each, of the smallest sizes. */
export const isShort = process.argv.includes("--short");

/** What each of some rounds gives. */
export function rounds(count, measure) {
	return Array.from({ length: isShort ? 1 : count }, (_, round) => measure(round));
}

export function median(values) {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Milliseconds of the processor that a program takes, which other programs on the machine do not lengthen. */
export function processorTime(args, { node, ...options } = {}) {
	return Number(probed("processor-time.js", args, options, node));
}

/** The most memory that a program has, in MB. */
export function peakMemory(args, options) {
	return (Number(probed("peak-memory.js", args, options)) * 1024) / 1e6;
}

function probed(probe, args, options, node) {
	const stdio = ["ignore", "ignore", "pipe", "pipe"];
	return run(["--import", path.join(import.meta.dirname, probe), ...args], { ...options, stdio }, node).output[3];
}

export function run(args, options = {}, program = process.execPath) {
	const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
	if (result.status !== 0) {
		throw new Error(`${program} ${args.join(" ")} exits with ${result.status}: ${result.stderr}`);
	}
	return result;
}
