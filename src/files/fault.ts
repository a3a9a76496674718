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
