import type { SecretLookup } from "../reference/reference.js";
import { describeReference } from "../reference/words.js";
import type { BundleFile, RenderedPart } from "./bundle.js";

/** Words in the place of every secret: who reads a profile sees whose place it is, and nobody takes it for one. */
export const redactedSecret: SecretLookup = (reference) => `redacted: ${describeReference(reference)}`;

/**
 * What was rendered with such words, for people who review it: no file is at the place, or has the name, of one that
 * devices take.
 */
export function redactedPart({ files, omitted }: RenderedPart): RenderedPart {
	const held = files.filter(({ sensitive }) => sensitive);
	const because = `carries a credential; beside it, as *${suffix}, is what the rest of it says, for review alone`;
	return {
		files: files.map((file) => (file.sensitive ? redactedFile(file) : file)),
		omitted: [...omitted, ...held.map(({ path }) => ({ path, because }))],
	};
}

const suffix = ".redacted";

/** Whether a path is that of such a file. */
export function standsIn(path: string): boolean {
	return path.endsWith(suffix);
}

function redactedFile(file: BundleFile): BundleFile {
	return { ...file, path: `${file.path}${suffix}`, sensitive: false };
}
