// Packs the package as a registry would get it, from the sources as they are: `dist` is left alone. Takes the folder
// for the archive and prints its path.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plainModes } from "./plain-modes.js";
import { shipped } from "./shipped.js";

const stage = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-pack-"));
const dist = path.join(stage, "dist");
try {
	// What npm takes of these folders is for the package to say; only what nobody ships is not even copied.
	const filter = (from) => path.basename(from) !== "node_modules";
	for (const each of shipped.filter((name) => name !== "dist" && existsSync(name))) {
		cpSync(each, path.join(stage, each), { recursive: true, filter });
	}
	run(process.execPath, "node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", dist);
	run(process.execPath, "scripts/bundle.js", "all", dist);
	plainModes(stage);
	const packed = run("npm", "pack", "--ignore-scripts", "--json", "--pack-destination", process.argv[2], stage);
	process.stdout.write(path.join(process.argv[2], JSON.parse(packed)[0].filename));
} finally {
	rmSync(stage, { recursive: true, force: true });
}

function run(command, ...args) {
	const result = spawnSync(command, args, { encoding: "utf8" });
	if (result.status !== 0) throw new Error(`${command} ${args[0]} fails: ${result.stdout}${result.stderr}`);
	return result.stdout;
}
