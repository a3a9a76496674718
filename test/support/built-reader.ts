import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { cached } from "./cached.js";

/** A program that is built from other people's code: its path, or why it cannot be had here. */
export type BuiltReader = { readonly path: string } | { readonly whyNot: string };

/** Where programs lie that were built once, outside of the repository. */
const cache = cached("readers");

/** What could not be built is not tried again in this process. */
const failed = new Map<string, BuiltReader>();

/**
 * A program from its sources, built where it is not there yet; its name has their digest.
 *
 * @param built the program, relative to the sources
 * @param takesMinutes whether it is only built where BUILD_READERS is set
 */
export function builtReader(
	name: string,
	sources: string,
	build: readonly [string, ...string[]],
	built: string,
	{ takesMinutes = false }: { readonly takesMinutes?: boolean } = {},
): BuiltReader {
	const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).sort();
	const digest = createHash("sha256");
	for (const file of files.filter((each) => /\.\w+$/.test(each))) digest.update(readFileSync(path.join(sources, file)));
	const place = path.join(cache, `${name}-${digest.digest("hex").slice(0, 12)}`);
	if (existsSync(place)) return { path: place };
	const before = failed.get(place);
	if (before) return before;
	if (takesMinutes && process.env.BUILD_READERS === undefined) {
		return { whyNot: `${name} takes minutes to build; with BUILD_READERS=1 it is` };
	}
	mkdirSync(cache, { recursive: true });
	const work = mkdtempSync(path.join(cache, "build-"));
	try {
		cpSync(sources, work, { recursive: true });
		const [program, ...args] = build;
		const { status, error, stderr } = spawnSync(program, args, { cwd: work, encoding: "utf8", timeout: 900_000 });
		if (error || status !== 0) {
			const result = { whyNot: `${name} cannot be built: ${error?.message ?? stderr.slice(-300)}` };
			failed.set(place, result);
			return result;
		}
		// Another run may have been faster.
		renameSync(path.join(work, built), place);
		return { path: place };
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}
