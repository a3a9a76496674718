// What many groups and many files cost, each in a new process: a run into no folder yet, as the one that a user waits for
// first, and where that differs one that finds everything written.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { everyFormat } from "./every-format.js";
import { deploymentOf } from "./groups.js";
import { isShort, main, median, peakMemory, processorTime, rounds, run } from "./measure.js";
import { commandWithoutLater, withoutLater } from "./without-later.js";

const sizes = isShort ? [1, 5, 10] : [1, 10, 100, 1000];
const [tenth, most] = sizes.slice(-2);

/** What compiling takes beyond planning: rendering, digests and the manifest. Of each the round least disturbed. */
export function rendering() {
	return [
		{ what: "rendering a file, of 100 groups, disk aside", times: 60, formats: [] },
		{ what: "rendering a file in every format, of 100 groups, disk aside", times: 20, formats: ["every"] },
	].map(({ what, times, formats }) => {
		const { files, planning, compiling } = compile(100, isShort ? 1 : times, ...formats);
		return { what, value: (Math.min(...compiling) - Math.min(...planning)) / files, unit: "ms", limit: 0.1 };
	});
}

/** Parsing and compiling, without disk or start; of five the least disturbed. */
export function compiling() {
	const least = (groups, ...formats) => Math.min(...rounds(5, () => compile(groups, 0, ...formats).first));
	const times = new Map(sizes.map((groups) => [groups, least(groups)]));
	const inEveryFormat = least(most, "every") / least(tenth, "every");
	const growths = sizes.slice(2).map((groups, index) => ({
		what: `compiling ${groups} groups to ${sizes[index + 1]}`,
		value: times.get(groups) / times.get(sizes[index + 1]),
		unit: "times",
		limit: 11,
	}));
	return [
		...[...times].map(([groups, value]) => ({ what: `compiling ${groups} groups, processor time`, value, unit: "ms" })),
		...growths,
		{ what: `compiling ${most} groups to ${tenth}, in every format`, value: inEveryFormat, unit: "times", limit: 11 },
	];
}

function compile(groups, times, ...formats) {
	const args = [path.join(import.meta.dirname, "compile.js"), String(groups), String(times), ...formats];
	return JSON.parse(run(args).stdout);
}

/** The most memory that the command has had, files read and written. */
export function memory(folder) {
	const cases = [...sizes.map((groups) => ({ groups })), { groups: most, profiles: everyFormat }];
	return cases.map(({ groups, profiles }) => ({
		what: `memory at most, synth of ${groups} groups${profiles ? " in every format" : ""}`,
		value: peakMemory(synthOf(folder, deploymentOf(groups, profiles))),
		unit: "MB",
		...(groups === 1000 && { limit: 400 }),
	}));
}

/** The whole command beside the least that anybody could do who has its bytes: make them of values, digest and write. */
export function bytesAlone(folder) {
	const synth = synthOf(folder, deploymentOf(most));
	const alone = path.join(folder, "alone");
	const script = path.join(import.meta.dirname, "bytes-alone.js");
	const ratios = rounds(5, () => {
		const [taken] = afresh([synth]);
		rmSync(alone, { recursive: true, force: true });
		return taken / Number(run([script, outOf(synth), alone]).stdout);
	});
	const what = `synth of ${most} groups to making, hashing and writing the same bytes`;
	return { what, value: median(ratios), unit: "times", limit: 1.5 };
}

/** Ten times as many groups that all differ. */
export function tenTimes(folder) {
	const synths = [most * 10, most].map((groups) => synthOf(folder, deploymentOf(groups)));
	const without = synths.map((synth) => [commandWithoutLater(folder), ...synth.slice(1)]);
	const memory = (pair) => ratio(afresh(pair, peakMemory));
	const { first, again } = firstAndAgain(3, synths);
	const what = `synth of ${most * 10} groups to ${most}`;
	return [
		{ what: `${what}, the first time`, value: first, unit: "times", limit: 12 },
		{ what: `${what}, nothing changed`, value: again, unit: "times", limit: 10.5 },
		{ what: `${what}, memory at most`, value: memory(synths), unit: "times", limit: 7.5 },
		{ what: `${what}, memory at most, ${withoutLater}`, value: memory(without), unit: "times", limit: 5.5 },
	];
}

/** Keys that nobody knows are compared with those that there are. */
export function unknownKeys(folder) {
	const plain = deploymentOf(most);
	const groups = Object.entries(plain.groups).map(([name, group], index) => {
		const five = Array.from({ length: 5 }, (_, key) => [`extraKey${index}x${key}`, true]);
		return [name, { ...group, extraSettings: Object.fromEntries(five) }];
	});
	const [unknown, without] = [{ ...plain, groups: Object.fromEntries(groups) }, plain].map((each) =>
		synthOf(folder, each),
	);
	const value = median(rounds(5, () => processorTime(unknown) / processorTime(without)));
	return { what: `${most} groups with five extraSettings each, to without`, value, unit: "times", limit: 1.4 };
}

/** A hundred files with one perimeter over all, in one command. */
export function manyFiles(folder) {
	const files = Array.from({ length: 100 }, (_, index) => {
		const file = path.join(folder, `region-${index}.yaml`);
		writeFileSync(file, JSON.stringify({ ...deploymentOf(1), name: `region-${index}` }));
		return file;
	});
	const what = "synth of 100 files in one command, to one";
	const commands = [
		{ command: main, suffix: "", limits: { first: 7.7, again: 6.1 } },
		{ command: commandWithoutLater(folder), suffix: `, ${withoutLater}`, limits: { first: 6.4, again: 5.5 } },
	];
	return commands.flatMap(({ command, suffix, limits }) => {
		const synths = [files, files.slice(0, 1)].map((each) => [
			command,
			"synth",
			...each,
			"--out",
			path.join(folder, `regions-${each.length}`),
		]);
		const { first, again } = firstAndAgain(5, synths);
		return [
			{ what: `${what}, the first time${suffix}`, value: first, unit: "times", limit: limits.first },
			{ what: `${what}, nothing changed${suffix}`, value: again, unit: "times", limit: limits.again },
		];
	});
}

/** How much more one run takes than another, into no folder yet and where everything is written. */
function firstAndAgain(count, synths) {
	const pairs = rounds(count, () => ({
		first: ratio(afresh(synths)),
		again: ratio(synths.map((synth) => processorTime(synth))),
	}));
	const medianOf = (which) => median(pairs.map((pair) => pair[which]));
	return { first: medianOf("first"), again: medianOf("again") };
}

function ratio([one, other]) {
	return one / other;
}

/** What runs take that each find no folder yet. */
function afresh(synths, measure = processorTime) {
	return synths.map((synth) => {
		rmSync(outOf(synth), { recursive: true, force: true });
		return measure(synth);
	});
}

function outOf(synth) {
	return synth.at(-1);
}

/** The arguments that compile a deployment into a folder of its own, which stands last. */
function synthOf(folder, deployment) {
	const place = path.join(folder, `scale-${Object.keys(deployment.groups).length}-${counter++}`);
	mkdirSync(place);
	const file = path.join(place, "deployment.yaml");
	writeFileSync(file, JSON.stringify(deployment));
	return [main, "synth", file, "--out", path.join(place, "dist")];
}

let counter = 0;
