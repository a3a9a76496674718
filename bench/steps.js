// Takes a deployment file through the steps of `synth` as often as the second argument says, in one process, and prints what
// each step took of the processor in each round, in ms. It is built before it runs: the command's own file hands out none.
import { rmSync } from "node:fs";
import picocolors from "picocolors";
import { compileFile } from "../src/cli/compile-file.ts";
import { printSummary } from "../src/cli/print-summary.ts";
import { checkDeployment, loadFiles } from "../src/cli/read-deployment.ts";
import { summarizeRun } from "../src/cli/summary.ts";
import { writeBundles } from "../src/cli/synth-steps.ts";
import { forPeople } from "../src/cli/telling.ts";
import { time } from "./time.js";

const [file, count, out] = process.argv.slice(2);
const taken = {};
let lines = 0;
const output = {
	result: () => void lines++,
	notice: () => {},
	done: () => {},
	elapsed: () => 0,
	colors: picocolors.createColors(false),
	columns: 120,
	environment: {},
};

for (let round = 0; round < Number(count); round++) {
	rmSync(out, { recursive: true, force: true });
	const [written] = await timed("reading YAML", () => loadFiles([file], {}, output));
	const read = await timed("checking", () => checkDeployment(written));
	const compiled = await timed("compiling", () => compileFile(read, output, { report: () => {} }));
	const write = () => writeBundles([compiled.compilation.bundle], { out }, output);
	const [made] = await timed("writing", write);
	await timed("finding it written", write);
	await timed("the summary", () => printSummary(summarizeRun(compiled, made, forPeople), output));
}
if (lines === 0) throw new Error("the summary says nothing");
process.stdout.write(JSON.stringify(taken));

async function timed(step, work) {
	let result;
	const milliseconds = await time(async () => {
		result = await work();
	});
	taken[step] ??= [];
	taken[step].push(milliseconds);
	return result;
}
