// Stands for the command: prints which lines a file has newly, and fails where --fail-on asks for what is there.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [word, before, after, ...options] = process.argv.slice(2);
if (word !== "review" || !before.startsWith("git:") || process.env.GITHUB_TOKEN) process.exit(2);
const old = execFileSync("git", ["show", before.slice("git:".length)], { encoding: "utf8" }).split("\n");
const now = readFileSync(after, "utf8");
if (now.includes("invalid")) {
	process.stderr.write("name: is not a name ```; write another\n");
	process.exit(1);
}
const added = now.split("\n").filter((line) => !old.includes(line));
process.stdout.write(`${after}: ${added.length === 0 ? "no change in meaning" : added.join(", ")}\n`);
const grade = options[options.indexOf("--fail-on") + 1];
if (options.includes("--fail-on") && added.includes(grade)) process.exit(1);
