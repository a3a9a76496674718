// What a user waits for who runs the command once.
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { main, median, processorTime, root, rounds } from "./measure.js";
import { commandWithMoreVariants } from "./more-variants.js";
import { nodeLines } from "./node-lines.js";
import { commandWithoutLater, withoutLater } from "./without-later.js";

const deployment = path.join(root, "examples/quickstart/deployment.yaml");

/** By line of Node: as it is, without what was asked for later, and where Node has kept nothing yet. */
const limits = { 20: [3.9, 3.3], 22: [5.1, 4.4, 6.6], 24: [5.5, 4.5, 7] };

/**
 * The whole process that compiles the quickstart into a new folder, in turns with one that does nothing; on each Node. Where
 * Node keeps what it compiles, a command that is new to it is a row of its own.
 */
export function coldStart(folder) {
	const without = commandWithoutLater(folder);
	return nodeLines().flatMap(({ node, line }) => {
		const what = `Node ${line}: synth of the quickstart, cold`;
		const toBare = `${what}, to node -e 0`;
		const starts = [
			{ what: toBare, command: main },
			{ what: `${toBare}, ${withoutLater}`, command: without },
			...(line >= 22 ? [{ what: `${toBare}, before anything compiled is kept`, command: main, isNew: true }] : []),
		];
		const start = ({ command, isNew }) => {
			const own = mkdtempSync(path.join(folder, "cold-"));
			const caches = isNew ? path.join(own, "caches") : path.join(folder, `caches-${line}`);
			const env = { ...process.env, NODE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: caches };
			return processorTime([command, "synth", deployment, "--out", path.join(own, "out")], { node, env });
		};
		// What is kept is there from the second run on.
		for (const each of starts) start(each);
		const taken = rounds(21, () => ({ bare: processorTime(["-e", "0"], { node }), started: starts.map(start) }));
		const medianOf = (figure) => median(taken.map(figure));
		return [
			{ what: `Node ${line}: node -e 0, processor time`, value: medianOf(({ bare }) => bare), unit: "ms" },
			{ what, value: medianOf(({ started: [usual] }) => usual), unit: "ms" },
			...starts.map(({ what }, index) => {
				const value = medianOf(({ bare, started }) => started[index] / bare);
				return { what, value, unit: "times", limit: limits[line]?.[index] };
			}),
		];
	});
}

/** The command with many more variants than there are, next to the command as it is. */
export function moreVariants(folder) {
	const more = commandWithMoreVariants(folder);
	const ratios = rounds(21, (round) => {
		const [plain, with_] = [main, more].map((each) =>
			processorTime([each, "synth", deployment, "--out", path.join(folder, `variants-${round}`)]),
		);
		return with_ / plain;
	});
	const what = "synth of the quickstart, cold, with 20 more backends and 12 more formats";
	return { what, value: median(ratios), unit: "times", limit: 1.1 };
}
