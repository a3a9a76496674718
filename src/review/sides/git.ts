import { spawnSync } from "node:child_process";
import path from "node:path";
import { largestFile } from "../../deployment/largest-file.js";
import type { ReadText } from "../../deployment/load.js";
import { OversizedFile, RefusedFile } from "../../files/regular-file.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error } from "../../problem.js";

/** A file of a revision of a git repository. */
export interface GitFile {
	/** As git understands it: a commit, a branch, `HEAD~1`. */
	readonly revision: string;
	/** From the root of the repository, with `/`; as git has it, from the folder of the command where it begins with `./` or `../`. */
	readonly path: string;
}

/** `git:<revision>:<path>`; undefined for any other text. */
export function gitFile(text: string): GitFile | undefined {
	const [, revision, file] = /^git:([^:]+):(.+)$/s.exec(text) ?? [];
	return revision === undefined || file === undefined ? undefined : { revision, path: file };
}

/** The path from the root of the repository around a folder, of one that may be relative to that folder. */
export function fromRoot(folder: string, file: string): Outcome<string> {
	if (!/^\.\.?\//.test(file)) return made(path.posix.normalize(file));
	const { answer, fault } = git(folder, ["rev-parse", "--show-prefix"]);
	if (answer === undefined) return refused(error("git-folder", [], fault === "" ? unknownFolder : fault));
	// A folder's name may end with any white space of its own.
	const prefix = answer.toString("utf8").replace(/\n$/, "");
	return made(path.posix.join(prefix, file));
}

/**
 * Reads files, by their paths from the root, of the commit that a revision names now in the repository around a folder:
 * one that moves meanwhile gives no mixture.
 *
 * The reader throws `RefusedFile` for what is not read, and an error of code `ENOENT` for what is not there.
 */
export function filesOfCommit(folder: string, revision: string): Outcome<ReadText> {
	if (/[\p{Cc}\s]/u.test(revision)) return refused(error("git-revision", [], "is no revision: it holds spaces"));
	const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
	const { answer, fault } = git(folder, asked);
	if (answer === undefined) return refused(error("git-revision", [], fault === "" ? unknownRevision : fault));
	const commit = answer.toString("utf8").trim();
	return made((file) => readBlob(folder, commit, withinRepository(file)));
}

const unknownFolder = "is relative to a folder of which git does not tell where in a repository it is";
const unknownRevision = "names no commit of this repository; fetch it, in a workflow with fetch-depth: 0";

function readBlob(folder: string, commit: string, file: string): string {
	const listed = demand(folder, ["ls-tree", "-z", "--full-tree", commit, "--", file]);
	const entry = listed
		.toString("utf8")
		.split("\0")
		.find((each) => each.slice(each.indexOf("\t") + 1) === file);
	if (entry === undefined) throw Object.assign(new Error(`no file ${file}`), { code: "ENOENT", syscall: "open" });
	const [mode, , object = ""] = entry.slice(0, entry.indexOf("\t")).split(" ");
	if (mode !== "100644" && mode !== "100755") throw new RefusedFile("it is no regular file of that commit");
	const size = Number(demand(folder, ["cat-file", "-s", object]).toString("utf8"));
	if (size > largestFile) throw new OversizedFile(size, largestFile);
	return demand(folder, ["cat-file", "blob", object]).toString("utf8");
}

/** A path from the root that leads nowhere else. */
function withinRepository(file: string): string {
	// What a file extends was joined to it by the rules of this system.
	const slashed = file.replaceAll(path.sep, "/");
	const normal = path.posix.normalize(slashed);
	if (/[\p{Cc}\\]/u.test(slashed)) throw new RefusedFile("its name holds what no path of a deployment has");
	if (path.posix.isAbsolute(slashed) || normal === ".." || normal.startsWith("../")) {
		throw new RefusedFile("it is outside of the repository, and a commit has nothing else");
	}
	return normal;
}

function demand(folder: string, asked: readonly string[]): Buffer {
	const { answer, fault } = git(folder, asked);
	if (answer !== undefined) return answer;
	throw new RefusedFile(fault === "" ? "git does not have it, as in a clone that leaves out objects" : fault);
}

/**
 * What git prints, by plumbing alone and without a shell: no hook, filter, pager or remote of the repository runs. Where
 * it says no, why, which may be nothing.
 */
function git(folder: string, asked: readonly string[]): { answer?: Buffer; fault: string } {
	const settings = ["--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false"];
	const {
		status,
		stdout,
		stderr,
		error: unstarted,
	} = spawnSync("git", [...settings, ...asked], {
		cwd: folder,
		maxBuffer: largestFile * 2,
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
	});
	if (unstarted) {
		const isMissing = "code" in unstarted && unstarted.code === "ENOENT";
		return { fault: isMissing ? "needs git, which is not installed here" : unstarted.message };
	}
	if (status === 0) return { answer: stdout, fault: "" };
	const said = stderr.toString("utf8").trim().split("\n").at(-1) ?? "";
	return { fault: said === "" ? "" : `cannot be read: git says ${said}` };
}
