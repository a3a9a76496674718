// What the package costs a Pulumi program without an engine.
import path from "node:path";
import { median, root, rounds, run } from "./measure.js";

/** Processor time of a process that imports one or the other, in turns. */
export function importing() {
	const measure = `const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000));`;
	const time = (module) => Number(node(["--input-type=module", "-e", measure, module]));
	const pairs = rounds(15, () => {
		const bare = time("@pulumi/pulumi");
		const ours = time(path.join(root, "dist/entries/index.js"));
		return { bare, ours, ratio: ours / bare };
	});
	return [
		{ what: "importing @pulumi/pulumi, processor time", value: median(pairs.map(({ bare }) => bare)), unit: "ms" },
		{ what: "importing pulumi-cowork", value: median(pairs.map(({ ours }) => ours)), unit: "ms" },
		{ what: "the one to the other", value: median(pairs.map(({ ratio }) => ratio)), unit: "times", limit: 1.2 },
	];
}

export function registering() {
	const script = path.join(import.meta.dirname, "register.js");
	const time = (what) => JSON.parse(node([script, what, "10"])).taken;
	const pairs = rounds(9, () => {
		const bare = time("bare");
		const ours = time("deployment");
		return { bare, ours, ratio: ours / bare };
	});
	const what = "registering 100 groups";
	return [
		{ what: `${what}, processor time`, value: median(pairs.map(({ ours }) => ours)), unit: "ms" },
		{ what: `${what} to the same bare`, value: median(pairs.map(({ ratio }) => ratio)), unit: "times", limit: 1.15 },
	];
}

function node(args) {
	return run(args, { cwd: root }).stdout;
}
