// Builds the command with twenty more firewall backends and a dozen more profile formats, each a copy of shipped ones under
// names of its own, beside the command as it is. What is loaded costs its start, whether a deployment uses it or not.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { changedCommand } from "./changed-command.js";

/** Builds it below a folder and returns the path of its main file. */
export function commandWithMoreVariants(folder) {
	return changedCommand(folder, "more-variants", (sources) => {
		multiply(path.join(sources, "firewall"), "squid", 20);
		multiply(path.join(sources, "profiles"), "fleet", 12);
	});
}

/** Copies a variant under other words and adds them to what is known of its axis. */
function multiply(axis, word, count) {
	const source = readFileSync(path.join(axis, `${word}.ts`), "utf8");
	const list = path.join(axis, "known.ts");
	const known = readFileSync(list, "utf8");
	const entry = new RegExp(`^\\t${word}: \\{\n.*?^\\t\\},\n`, "ms").exec(known)?.[0];
	if (entry === undefined) throw new Error(`${list} has no ${word} to multiply`);
	const words = Array.from({ length: count }, (_, number) => `${word}${number}`);
	for (const each of words) {
		writeFileSync(path.join(axis, `${each}.ts`), source.replace(`export const ${word}:`, `export const ${each}:`));
	}
	const entries = words.map((each) =>
		entry
			.replace(`\t${word}: {`, `\t${each}: {`)
			.replace(`(await import("./${word}.js")).${word}`, `(await import("./${each}.js")).${each}`),
	);
	writeFileSync(list, known.replace(entry, entry + entries.join("")));
}
