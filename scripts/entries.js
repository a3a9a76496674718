import { readFileSync } from "node:fs";

const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * Files below `src/entries` that programs import. The `exports` of the package are the one list; `typesVersions`,
 * compiler paths and this follow from it by pattern.
 */
export const entries = Object.keys(exports)
	.filter((each) => !each.endsWith(".json"))
	.map((each) => (each === "." ? "index" : each.slice(2)));
