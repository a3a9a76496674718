import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { hasFile } from "./git.js";

/** What one file changes since a commit, as Markdown, and whether that fails. */
export function reviewFile(file, { base, command, failOn }) {
	const wasThere = hasFile(base, file);
	if (!existsSync(file)) {
		const text = wasThere ? "is gone: what it gave to devices and clouds is no longer described." : "is nowhere.";
		return { file, failed: !wasThere, text: `${code(file)} ${text}` };
	}
	if (!wasThere) return { file, failed: false, text: `${code(file)} is new: there is nothing to compare it with.` };
	const args = [
		"review",
		`git:${base}:${file}`,
		file,
		"--format",
		"markdown",
		...(failOn ? ["--fail-on", failOn] : []),
	];
	// The command has no use for the token, and reads files of whoever opened the pull request.
	const { GITHUB_TOKEN: _, ...environment } = process.env;
	const { status, stdout, stderr, error } = spawnSync("bash", ["--norc", "-c", `${command} "$@"`, "bash", ...args], {
		stdio: ["ignore", "pipe", "pipe"],
		encoding: "utf8",
		maxBuffer: 1 << 28,
		env: environment,
	});
	if (stdout) return { file, failed: status !== 0, text: stdout.trim() };
	return {
		file,
		failed: true,
		text: `${code(file)} could not be reviewed.\n\n${block(stderr || String(error ?? status))}`,
	};
}

/** Text in which nothing is Markdown, in a fence longer than any in it. */
function block(text) {
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}text\n${text.trim()}\n${fence}`;
}

function code(file) {
	return file.includes("`") ? block(file) : `\`${file}\``;
}
