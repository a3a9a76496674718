// Stands for the command: prints which lines files have newly, and fails where --fail-on asks for what is there.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [word, before, after, ...options] = process.argv.slice(2);
if (word !== "review" || process.env.GITHUB_TOKEN) process.exit(2);
const sides = [before, after].map((side) =>
	(side === "none" ? [] : side.split(",")).flatMap((named) => {
		const text = named.startsWith("git:")
			? execFileSync("git", ["show", named.slice("git:".length)], { encoding: "utf8" })
			: readFileSync(named, "utf8");
		return text.split("\n").filter((line) => line !== "");
	}),
);
if (sides[1].includes("invalid")) {
	process.stderr.write("name: is not a name ```; write another\n");
	process.exit(1);
}
const [gone, added] = [sides, [...sides].reverse()].map(([of, other]) => of.filter((line) => !other.includes(line)));
process.stdout.write(`gone: ${gone.join(", ")}; added: ${added.join(", ")}\n`);
if (options.includes("--fail-on") && added.includes(options[options.indexOf("--fail-on") + 1])) process.exit(1);
