import type { Path } from "../path.js";
import { type Problem, warning } from "../problem.js";
import { list, words } from "../shape/build.js";
import type { Member } from "../shape/shape.js";

/** What a person has to know or do that no plan can: the code of its warning, by its word in a deployment file. */
type SettledCodes = Readonly<Record<string, string>>;

/** The member by which a deployment says that it has been seen to. */
export function settledMember(codes: SettledCodes): Member {
	return {
		shape: list(words(Object.keys(codes))),
		summary: "What has been seen to of all that the warnings ask for, so that it is told no more.",
		defaultNote: "nothing, and each is told",
	};
}

/** Makes warnings, unless the deployment says that what they ask for has been seen to. */
export function warningsOf<Codes extends SettledCodes>(codes: Codes) {
	return (
		{ settled = [] }: { readonly settled?: readonly string[] },
		word: keyof Codes & string,
		path: Path,
		message: string,
	): Problem[] => (settled.includes(word) ? [] : [warning(codes[word] as string, path, message)]);
}
