// What a user waits for who runs the command once.
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
		const [limit, limitBefore, limitNew] = limits[line] ?? [];
		const ratioTo = (bare, command, kept, name) => {
			const args = [command, "synth", deployment, "--out", path.join(folder, `cold-${line}-${name}`)];
			const env = {
				...process.env,
				NODE_COMPILE_CACHE: undefined,
				XDG_CACHE_HOME: path.join(folder, `${line}-${kept}`),
			};
			return processorTime(args, { node, env }) / bare;
		};
		for (const command of [main, without]) ratioTo(1, command, "kept", path.basename(path.dirname(command)));
		const taken = rounds(21, (round) => {
			const bare = processorTime(["-e", "0"], { node });
			return {
				bare,
				usual: ratioTo(bare, main, "kept", round),
				before: ratioTo(bare, without, "kept", `${round}-without`),
				...(line >= 22 && { anew: ratioTo(bare, main, `new-${round}`, `${round}-new`) }),
			};
		});
		const rowOf = (what, name, limit) => {
			return { what, value: median(taken.map((round) => round[name])), unit: name === "bare" ? "ms" : "times", limit };
		};
		const what = `Node ${line}: synth of the quickstart, cold, to node -e 0`;
		return [
			rowOf(`Node ${line}: node -e 0, processor time`, "bare"),
			rowOf(what, "usual", limit),
			rowOf(`${what}, ${withoutLater}`, "before", limitBefore),
			...(line >= 22 ? [rowOf(`${what}, before anything compiled is kept`, "anew", limitNew)] : []),
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
