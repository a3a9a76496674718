import { spawnSync } from "node:child_process";

/**
 * The commit that a pull request is compared with: of the merge that GitHub checks out its first parent, otherwise where
 * the branch left its base. Throws where the clone does not reach so far.
 */
export function baseOf({ base, head }) {
	const parents = git("rev-parse", "HEAD^1", "HEAD^2")?.split("\n");
	if (parents?.[1] === head.sha) return parents[0];
	const fork = git("merge-base", base.sha, "HEAD");
	if (fork) return fork;
	throw new Error(`commit ${base.sha} is not in this clone; check out with fetch-depth: 0`);
}

/** Whether a commit has a file. */
export function hasFile(commit, file) {
	return git("cat-file", "-e", `${commit}:${file}`) !== undefined;
}

/** What git prints; undefined where it fails. */
function git(...args) {
	const { status, stdout } = spawnSync("git", args, { encoding: "utf8" });
	return status === 0 ? stdout.trim() : undefined;
}
