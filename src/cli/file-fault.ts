import { hasCode, reasonOf } from "../files/fault.js";
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
