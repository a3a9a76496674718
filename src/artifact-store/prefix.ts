import { textMatching } from "../shape/build.js";
import type { Member } from "../shape/shape.js";

/** Member of every store that keeps objects by key. */
export const prefix: Member = {
	shape: textMatching(
		"key-prefix",
		/^(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)*$/,
		"is no folder; expected letters, digits, dots, hyphens and underscores, with slashes between folders alone",
	),
	summary: "Folder in the bucket that everything is below, such as `cowork/prod`.",
	defaultNote: "the bucket's own",
};

/** What stands before every key: empty, or text that ends in `/`. */
export function beforeKeys(prefix: string | undefined): string {
	return prefix === undefined ? "" : `${prefix}/`;
}
