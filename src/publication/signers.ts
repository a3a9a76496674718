import type { KeyObject } from "node:crypto";
import { made, type Outcome, refused } from "../outcome.js";
import { below, type Problem } from "../problem.js";
import { type ReadFile, readText } from "../signing/read-signer.js";
import type { RevisionSigning } from "./publish-options.js";
import { readPublicKey } from "./sign.js";

/** Keys of which one has to have signed a revision. */
export type RevisionSigners = readonly KeyObject[];

/**
 * The keys that a deployment names; undefined where it names none, and signatures are not verified.
 *
 * @returns errors whose paths start at the options
 */
export function readSigners(
	sign: Pick<RevisionSigning, "publicKeys"> | undefined,
	read: ReadFile,
): Outcome<RevisionSigners | undefined> {
	const { publicKeys } = sign ?? {};
	if (!publicKeys) return made(undefined);
	const { value, problems } = readSignerFiles(publicKeys, read);
	return value ? made(value) : { problems: problems.map((each) => below(["publicKeys"], each)) };
}

/** @returns errors whose paths are one step: the index of the file */
export function readSignerFiles(files: readonly string[], read: ReadFile): Outcome<RevisionSigners> {
	const keys: KeyObject[] = [];
	const problems: Problem[] = [];
	for (const [index, file] of files.entries()) {
		const pem = readText(file, read);
		const key = pem.value === undefined ? refused(...pem.problems) : readPublicKey(pem.value);
		problems.push(...key.problems.map((each) => below([index], each)));
		if (key.value) keys.push(key.value);
	}
	return problems.length > 0 ? { problems } : made(keys);
}
