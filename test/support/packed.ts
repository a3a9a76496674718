import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { run } from "./programs.js";

/**
 * A folder with the package as a registry would hand it out, packed from the sources under test and unpacked below
 * `node_modules`, beside copies of what it and Pulumi depend on. Links would let either find what a user does not have.
 */
export function installedPackage(): () => string {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-packed-"));
		const stage = path.join(folder, "stage");
		const home = path.join(folder, "node_modules/pulumi-cowork");
		for (const each of [stage, home]) mkdirSync(each, { recursive: true });
		for (const file of ["package.json", "README.md", "LICENSE"]) cpSync(file, path.join(stage, file));
		run(process.execPath, [
			"node_modules/typescript/bin/tsc",
			"-p",
			"tsconfig.build.json",
			"--outDir",
			`${stage}/dist`,
		]);
		run(process.execPath, ["scripts/bundle.js", `${stage}/dist/cli`]);
		run(process.execPath, ["scripts/bundle-library.js", `${stage}/dist`]);
		run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder, stage]);
		const { name, version, dependencies } = manifest(stage);
		run("tar", ["-xzf", `${folder}/${name}-${version}.tgz`, "-C", home, "--strip-components=1"]);
		const needed = [...Object.keys(dependencies ?? {}), "@pulumi/pulumi", "@types/node"];
		for (const each of closure(needed)) {
			cpSync(path.join("node_modules", each), path.join(folder, "node_modules", each), { recursive: true });
		}
	}, 120_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return () => folder;
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly dependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest {
	return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
}

/** The packages and all that they depend on, as far as they are at the top of `node_modules`. */
function closure(names: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>();
	const visit = (name: string) => {
		const folder = path.join("node_modules", name);
		if (found.has(name) || !existsSync(folder)) return;
		found.add(name);
		for (const each of Object.keys(manifest(folder).dependencies ?? {})) visit(each);
	};
	for (const name of names) visit(name);
	return found;
}
