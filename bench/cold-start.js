// What a user waits for who runs the command once.
import path from "node:path";
import { main, median, processorTime, root, rounds, run } from "./measure.js";
import { commandWithMoreVariants } from "./more-variants.js";
import { commandWithoutLater, withoutLater } from "./without-later.js";

const deployment = path.join(root, "examples/quickstart/deployment.yaml");

/** The whole process that compiles the quickstart into a new folder, in turns with one that does nothing; on each Node. */
export function coldStart(folder) {
	const without = commandWithoutLater(folder);
	return nodeLines().flatMap(({ node, line, limit }) => {
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
			{ what: `${what}, to node -e 0, ${withoutLater}`, value: medianOf("before"), unit: "times" },
		];
	});
}

/** This Node, and those that BENCH_NODES names: paths of programs with `:` between them, `;` on Windows. */
function nodeLines() {
	const others = (process.env.BENCH_NODES ?? "").split(path.delimiter).filter((node) => node !== "");
	const limits = { 20: 4, 22: 4.7, 24: 5.4 };
	return [process.execPath, ...others].map((node) => {
		const line = run(["-p", "process.versions.node.split('.')[0]"], {}, node).stdout.trim();
		return { node, line, limit: limits[line] };
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
