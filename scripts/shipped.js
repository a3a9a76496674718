import { readFileSync } from "node:fs";

const { files } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Files and folders in the root of the repository that something of is shipped, as `package.json` says. */
export const shipped = ["package.json", ...new Set(files.filter((each) => !each.startsWith("!")).map(rootOf))];

function rootOf(pattern) {
	return pattern.split("/", 1)[0];
}
