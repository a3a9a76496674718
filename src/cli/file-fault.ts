import { RefusedFile } from "../files/regular-file.js";
import { CommandExit } from "./exit.js";

/** Does something with files; what the system refuses ends the command with `cannot <what>: <why>`. */
export function withFiles<Result>(what: string, work: () => Result): Result {
	try {
		return work();
	} catch (fault) {
		if (fault instanceof RefusedFile) throw new CommandExit(2, `cannot ${what}: ${fault.message}`);
		if (!(fault instanceof Error) || !("syscall" in fault)) throw fault;
		throw new CommandExit(2, `cannot ${what}: ${reasonOf(fault)}`);
	}
}

/** Why the system refused something. */
export function reasonOf(fault: Error): string {
	const code = "code" in fault ? String(fault.code) : "";
	return reasons[code] ?? fault.message;
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder; name the file in it that is meant",
	ENOTDIR: "a part of this path is a file, not a folder",
	EEXIST: "a part of this path is a file, not a folder",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EBUSY: "another run is writing there and does not end",
	ELOOP: "a part of this path is a link",
	EROFS: "the file system is read-only",
	ENOSPC: "no space is left on the device",
	EDQUOT: "no space is left for this user on the device",
};
