// Checks what a user would install: whether every way to resolve its entries finds code and types.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-check-"));
try {
	const packed = spawnSync(process.execPath, ["scripts/pack.js", folder], { encoding: "utf8" });
	if (packed.status !== 0) throw new Error(packed.stderr);
	run("publint", "run", packed.stdout, "--strict");
	const documents = Object.keys(exports)
		.filter((each) => each.endsWith(".json"))
		.map((each) => each.slice(2));
	// Node loads ES modules by require from 20.19 on, which the rule does not know; and no program asks for the types of
	// documents, which the pattern of `typesVersions` hides from the oldest resolution.
	const known = ["--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", ...documents];
	run("attw", packed.stdout, ...known, "--format", "ascii");
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function run(command, ...args) {
	const program = path.join("node_modules", ".bin", command);
	if (spawnSync(program, args, { stdio: "inherit" }).status !== 0) process.exitCode = 1;
}
