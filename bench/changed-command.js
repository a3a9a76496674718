// Builds the command from sources that differ from those that there are, to be measured beside it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { root } from "./measure.js";

/** Copies the sources below a folder, changes them there, builds them, and returns the path of the main file. */
export function changedCommand(folder, name, change) {
	const tree = path.join(folder, name);
	mkdirSync(tree);
	for (const each of ["src", "scripts", "package.json", "package-lock.json", "tsconfig.json"]) {
		cpSync(path.join(root, each), path.join(tree, each), { recursive: true });
	}
	symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"));
	change(path.join(tree, "src"));
	const built = path.join(tree, "dist");
	const { status, stderr } = spawnSync(process.execPath, ["scripts/bundle.js", "command", built], {
		cwd: tree,
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(stderr);
	return path.join(built, "main.js");
}
