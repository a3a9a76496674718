import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file of the research behind the package, which is no part of it; undefined where it is not at hand. */
export function readFacts<Facts>(name: string): Facts | undefined {
	const file = findShared("facts", name);
	return file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8"));
}

/** Where a schema of others lies that tests hold files against; undefined where it is not at hand. */
export function findSchema(name: string): string | undefined {
	return findShared("schemas", name);
}

function findShared(kind: string, name: string): string | undefined {
	let folder = import.meta.dirname;
	for (let above = path.dirname(folder); above !== folder; above = path.dirname(folder)) {
		folder = above;
		const file = path.join(folder, "shared", kind, name);
		if (existsSync(file)) return file;
	}
	return undefined;
}
