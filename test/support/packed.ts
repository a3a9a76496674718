import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { run } from "./programs.js";
import { shared } from "./shared.js";

/** The archive that a registry would get, of the sources under test. Packing takes a minute of processor time. */
export function packedArchive(): string {
	return shared("package.tgz", (folder) => run(process.execPath, ["scripts/pack.js", folder]));
}

/**
 * A folder with the package as a registry would hand it out, packed from the sources under test and unpacked below
 * `node_modules`, beside copies of what it and Pulumi depend on. Links would let either find what a user does not have.
 */
export function installedPackage(): () => string {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-packed-"));
		const home = path.join(folder, "node_modules/pulumi-cowork");
		mkdirSync(home, { recursive: true });
		run("tar", ["-xzf", packedArchive(), "-C", home, "--strip-components=1"]);
		const needed = [...Object.keys(manifest(home).dependencies ?? {}), "@pulumi/pulumi", "@types/node"];
		for (const each of closure(needed)) {
			cpSync(path.join("node_modules", each), path.join(folder, "node_modules", each), { recursive: true });
		}
	}, 300_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return () => folder;
}

interface Manifest {
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
