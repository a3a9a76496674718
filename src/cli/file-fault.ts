import { hasCode } from "../files/fault.js";
import { RefusedFile } from "../files/regular-file.js";
import { CommandExit } from "./exit.js";

/** Does something with a file; what the system refuses ends the command with `cannot <doing> <file>: <why>`. */
export function withFiles<Result>(doing: "read" | "write", file: string, work: () => Result): Result {
	if (file === "") throw new CommandExit(2, `cannot ${doing} a file without a name; see that a variable is not empty`);
	try {
		return work();
	} catch (fault) {
		if (fault instanceof RefusedFile) throw new CommandExit(2, `cannot ${doing} ${file}: ${fault.message}`);
		if (!(fault instanceof Error) || !("syscall" in fault)) throw fault;
		throw new CommandExit(2, `cannot ${doing} ${file}: ${whyMissing(doing, file, fault) ?? reasonOf(fault)}`);
	}
}

function whyMissing(doing: "read" | "write", file: string, fault: Error): string | undefined {
	if (!hasCode(fault, "ENOENT")) return undefined;
	if (doing === "write") return "its folder is not there, or takes no files; make it, or name another";
	return file === "-" ? "standard input is read as a deployment alone; name a file" : undefined;
}

/** Why the system refused something. */
export function reasonOf(fault: Error): string {
	const code = "code" in fault ? String(fault.code) : "";
	// A file that was to be new; a folder is only made where a file may be in the way.
	if (code === "EEXIST" && "syscall" in fault && fault.syscall === "open") return "something is there already";
	return reasons[code] ?? fault.message;
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder; name the file in it that is meant",
	ENOTDIR: "a part of this path is a file, not a folder",
	EEXIST: "a part of this path is a file, not a folder",
	ENAMETOOLONG: "its name is too long",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EBUSY: "another run is writing there and does not end",
	ELOOP: "a link in this path is not followed, or leads in a circle",
	EROFS: "the file system is read-only",
	ENOSPC: "no space is left on the device",
	EDQUOT: "no space is left for this user on the device",
};
