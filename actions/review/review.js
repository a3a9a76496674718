import { spawnSync } from "node:child_process";
import { lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { hasFile } from "./git.js";

/** What files change since a commit, as Markdown, and whether that fails. A file that is new or gone is of one side. */
export function review(files, { base, command, failOn }) {
	const before = files.filter((file) => hasFile(base, file));
	const after = files.filter(isThere);
	const nowhere = files.filter((file) => !before.includes(file) && !after.includes(file));
	if (nowhere.length > 0) throw new Error(`${nowhere.join(", ")}: there is no such file, before or after`);
	const sides = [before.map((file) => `git:${base}:${file}`), after].map((side) => side.join(",") || "none");
	const args = ["review", ...sides, "--format", "markdown", ...(failOn ? ["--fail-on", failOn] : [])];
	// The command has no use for the token, and reads files of whoever opened the pull request.
	const { GITHUB_TOKEN: _, ...environment } = process.env;
	const { status, stdout, stderr, error } = spawnSync("bash", ["--norc", "-c", `${command} "$@"`, "bash", ...args], {
		stdio: ["ignore", "pipe", "pipe"],
		encoding: "utf8",
		maxBuffer: 1 << 28,
		env: environment,
	});
	if (stdout) return { failed: status !== 0, text: stdout.trim() };
	return { failed: true, text: `**There is no review.**\n\n${block(stderr || String(error ?? status))}` };
}

/**
 * Whether the checkout has a file. Throws where that is a folder or a link, or stands below one: git would not find it
 * there the next time, and a folder may hold what was written at another.
 */
function isThere(file) {
	const found = lstatSync(file, { throwIfNoEntry: false });
	if (found === undefined) return false;
	if (found.isFile() && realpathSync(file) === path.resolve(realpathSync("."), file)) return true;
	throw new Error(`${file} is a link or a folder, or stands below a link; name a file as git has it`);
}

/** Text in which nothing is Markdown, in a fence longer than any in it. */
function block(text) {
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}text\n${text.trim()}\n${fence}`;
}
