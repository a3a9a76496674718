// Builds the command with twenty more firewall backends and a dozen more profile formats, each a copy of shipped ones under
// names of its own, beside the command as it is. What is loaded costs its start, whether a deployment uses it or not.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);

/** Builds it below a folder and returns the path of its main file. */
export function commandWithMoreVariants(folder) {
	const tree = path.join(folder, "more-variants");
	mkdirSync(tree);
	for (const each of ["src", "scripts", "package.json", "package-lock.json", "tsconfig.json"]) {
		cpSync(path.join(root, each), path.join(tree, each), { recursive: true });
	}
	symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"));
	multiply(path.join(tree, "src/firewall"), "squid", 20);
	multiply(path.join(tree, "src/profiles"), "fleet", 12);
	const built = path.join(tree, "dist");
	const { status, stderr } = spawnSync(process.execPath, ["scripts/bundle.js", "command", built], {
		cwd: tree,
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(stderr);
	return path.join(built, "main.js");
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
