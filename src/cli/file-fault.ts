import { CommandExit } from "./exit.js";

/** Does something with files; what the system refuses ends the command with `cannot <what>: <why>`. */
export function withFiles<Result>(what: string, work: () => Result): Result {
	try {
		return work();
	} catch (fault) {
		if (!(fault instanceof Error) || !("syscall" in fault)) throw fault;
		const code = "code" in fault ? String(fault.code) : "";
		throw new CommandExit(2, `cannot ${what}: ${reasons[code] ?? fault.message}`);
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder; name the deployment file in it",
	ENOTDIR: "a part of this path is a file, not a folder",
	EEXIST: "a part of this path is a file, not a folder",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EROFS: "the file system is read-only",
	ENOSPC: "no space is left on the device",
};
