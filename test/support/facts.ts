import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file of the research behind the package, which is no part of it; undefined where it is not at hand. */
export function readFacts<Facts>(name: string): Facts | undefined {
	let folder = import.meta.dirname;
	for (let above = path.dirname(folder); above !== folder; above = path.dirname(folder)) {
		folder = above;
		const file = path.join(folder, "shared", "facts", name);
		if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
	}
	return undefined;
}
