import { readFileSync } from "node:fs";

const { exports, name } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * What programs import, by the name they import it by, with the file below `src/entries` that it comes from. The `exports` of
 * the package are the one list; `typesVersions`, compiler paths and this follow from it by pattern.
 */
export const entries = Object.keys(exports)
	.filter((each) => each !== "./package.json")
	.map((each) => ({
		name: each === "." ? name : name + each.slice(1),
		file: each === "." ? "index" : each.slice(2),
	}));
