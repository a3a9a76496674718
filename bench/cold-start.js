// What a user waits for who runs the command once.
import path from "node:path";
import { main, median, processorTime, root, rounds } from "./measure.js";
import { commandWithMoreVariants } from "./more-variants.js";
import { nodeLines } from "./node-lines.js";
import { commandWithoutLater, withoutLater } from "./without-later.js";

const deployment = path.join(root, "examples/quickstart/deployment.yaml");

/** By line of Node: as it is, and without what was asked for later. */
const limits = { 20: [3.9, 3.4], 22: [5.1, 4.4], 24: [5.5, 4.5] };

/** The whole process that compiles the quickstart into a new folder, in turns with one that does nothing; on each Node. */
export function coldStart(folder) {
	const without = commandWithoutLater(folder);
	return nodeLines().flatMap(({ node, line }) => {
		const [limit, limitBefore] = limits[line] ?? [];
		const pairs = rounds(21, (round) => {
			const bare = processorTime(["-e", "0"], { node });
			const out = path.join(folder, `cold-${line}-${round}`);
			const synth = processorTime([main, "synth", deployment, "--out", out], { node });
			const before = processorTime([without, "synth", deployment, "--out", `${out}-without`], { node });
			return { bare, synth, ratio: synth / bare, before: before / bare };
		});
		const medianOf = (name) => median(pairs.map((pair) => pair[name]));
		const what = `Node ${line}: synth of the quickstart, cold`;
		return [
			{ what: `Node ${line}: node -e 0, processor time`, value: medianOf("bare"), unit: "ms" },
			{ what, value: medianOf("synth"), unit: "ms" },
			{ what: `${what}, to node -e 0`, value: medianOf("ratio"), unit: "times", limit },
			{ what: `${what}, to node -e 0, ${withoutLater}`, value: medianOf("before"), unit: "times", limit: limitBefore },
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
