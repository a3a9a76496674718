import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../../support/programs.js";

const people = {
	GIT_AUTHOR_NAME: "A",
	GIT_AUTHOR_EMAIL: "a@example.com",
	GIT_COMMITTER_NAME: "A",
	GIT_COMMITTER_EMAIL: "a@example.com",
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_CONFIG_SYSTEM: "/dev/null",
};

/** Files by path; `undefined` removes one. */
type Files = Readonly<Record<string, string | undefined>>;

export interface PullRequest {
	readonly folder: string;
	/** Where the branch left `main`. */
	readonly fork: string;
	/** Tip of `main`, which has gone on since. */
	readonly base: string;
	readonly head: string;
	/** What GitHub makes of both, which the clone stands at. */
	readonly merge: string;
}

/** A clone as GitHub's runner has it: `main` went on after a branch left it, and the merge of both is checked out. */
export function pullRequest(folder: string, before: Files, after: Files): PullRequest {
	mkdirSync(folder, { recursive: true });
	const git = (...args: string[]) => run("git", ["-C", folder, ...args], people).trim();
	const commit = (files: Files, message: string) => {
		for (const [file, content] of Object.entries(files)) {
			const place = path.join(folder, file);
			mkdirSync(path.dirname(place), { recursive: true });
			if (content === undefined) rmSync(place);
			else writeFileSync(place, content);
		}
		git("add", "--all");
		git("commit", "--quiet", "--allow-empty", "--message", message);
		return git("rev-parse", "HEAD");
	};
	git("init", "--quiet", "--initial-branch", "main");
	const fork = commit(before, "before");
	git("switch", "--quiet", "--create", "change");
	const head = commit(after, "after");
	git("switch", "--quiet", "main");
	const base = commit({ "README.md": "main went on\n" }, "meanwhile");
	git("switch", "--quiet", "--detach", "main");
	git("merge", "--quiet", "--no-edit", "change");
	return { folder, fork, base, head, merge: git("rev-parse", "HEAD") };
}

export function checkOut({ folder }: PullRequest, commit: string): void {
	run("git", ["-C", folder, "switch", "--quiet", "--detach", commit], people);
}

/** A clone that has no more than the commit that is checked out. */
export function shallowClone({ folder }: PullRequest, to: string): void {
	run("git", ["clone", "--quiet", "--depth", "1", `file://${folder}`, to], people);
}
