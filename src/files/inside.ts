/** Folder below a bundle's own where a run keeps what it needs while it writes. */
export const runFolder = ".pulumi-cowork";

/** Names the owner of a published folder. */
export const ownerMarker = ".owner.json";

/**
 * Whether a path that was read from a file leads to a place below a bundle's folder, and to no file that guards it.
 * A manifest that somebody else wrote must not lead anywhere else.
 */
export function isInside(path: string): boolean {
	const steps = path.split("/");
	if (steps[0] === runFolder || path === ownerMarker || /[\\\0]/.test(path)) return false;
	// `C:` would begin anew on Windows.
	return steps.every((step) => step !== "" && step !== "." && step !== ".." && !/^[A-Za-z]:/.test(step));
}

/** `a/b` and `a` of `a/b/c`. */
export function foldersAbove(path: string): string[] {
	const steps = path.split("/").slice(0, -1);
	return steps.map((_, index) => steps.slice(0, index + 1).join("/")).reverse();
}
