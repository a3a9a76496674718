/** Whether the system refused something for one of these reasons. */
export function hasCode(fault: unknown, ...codes: readonly string[]): boolean {
	return fault instanceof Error && "code" in fault && typeof fault.code === "string" && codes.includes(fault.code);
}

/** Whether nothing stands there. */
export function isMissing(fault: unknown): boolean {
	return hasCode(fault, "ENOENT", "ENOTDIR");
}

/** A refusal of our own, in the form of the system's. */
export function refuse(code: "EBUSY" | "ELOOP", syscall: string, message: string): Error {
	return Object.assign(new Error(message), { code, syscall });
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
