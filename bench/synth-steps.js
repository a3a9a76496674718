// What each step of `synth` takes: the first time, as for a person who runs the command, and once an engine knows the code.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "rolldown";
import { stringify } from "yaml";
import { deploymentOf } from "./groups.js";
import { isShort, median, root, run } from "./measure.js";

/** How much each may grow to ten times as many; of files that are written most is the system's. */
const growth = {
	"reading YAML": 8,
	checking: 8.6,
	compiling: 8.6,
	writing: 18,
	"finding it written": 10.2,
	"the summary": 12,
};

const sizes = isShort ? [1, 2, 4] : [10, 100, 1000];
const most = sizes.at(-1);

/** Each step, of the most groups; and how it grows, from two sizes to ten times as many. */
export async function synthSteps(folder) {
	const program = await built(path.join(folder, "steps"));
	const measured = sizes.map((groups) => {
		const file = path.join(folder, `steps-${groups}.yaml`);
		writeFileSync(file, stringify(deploymentOf(groups)));
		return JSON.parse(run([program, file, isShort ? "2" : "6", path.join(folder, "steps-out")], { cwd: root }).stdout);
	});
	const largest = measured.at(-1);
	return Object.entries(largest).flatMap(([step, [first]]) => {
		const warm = measured.map((taken) => median(taken[step].slice(1)));
		const growths = warm.slice(1).map((value, index) => ({
			what: `${step}, ${sizes[index + 1]} groups to ${sizes[index]}`,
			value: value / warm[index],
			unit: "times",
			limit: growth[step],
		}));
		return [
			{ what: `${step}, ${most} groups, the first time`, value: first, unit: "ms" },
			{ what: `${step}, ${most} groups, once warm`, value: warm.at(-1), unit: "ms" },
			...growths,
		];
	});
}

async function built(folder) {
	await build({
		input: path.join(import.meta.dirname, "steps.js"),
		platform: "node",
		logLevel: "silent",
		external: [/^@(aws-sdk|azure|google-cloud|pulumi)\//],
		output: { dir: folder, format: "esm", entryFileNames: "steps.mjs", chunkFileNames: "[name].mjs" },
	});
	return path.join(folder, "steps.mjs");
}
