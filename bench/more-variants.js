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
	multiply(path.join(tree, "src/firewall"), "squid", "squid", 20);
	multiply(path.join(tree, "src/profiles"), "mobileconfig", "mobileconfig", 6);
	multiply(path.join(tree, "src/profiles"), "reg", "reg", 6);
	const built = path.join(tree, "dist");
	const { status, stderr } = spawnSync(process.execPath, ["scripts/bundle.js", "command", built], {
		cwd: tree,
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(stderr);
	return path.join(built, "main.js");
}

/** Copies a variant under other words and adds them to its registry. */
function multiply(axis, file, word, count) {
	const source = readFileSync(path.join(axis, `${file}.ts`), "utf8");
	const index = path.join(axis, "index.ts");
	const words = Array.from({ length: count }, (_, number) => `${word}${number}`);
	for (const each of words) {
		const copy = source
			.replace(`export const ${word}:`, `export const ${each}:`)
			.replace("byDefault: true", "byDefault: false");
		writeFileSync(path.join(axis, `${each}.ts`), copy);
	}
	const imports = words.map((each) => `import { ${each} } from "./${each}.js";\n`).join("");
	const registry = readFileSync(index, "utf8").replace(
		new RegExp(`\\b${word}\\b(?=[,\\s}]+[^;]*satisfies)`),
		`$&, ${words.join(", ")}`,
	);
	writeFileSync(index, imports + registry);
	if (!registry.includes(`${word}0`)) throw new Error(`${index} has no ${word} to multiply`);
}
