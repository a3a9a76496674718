import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";
import { tokensIn } from "./token.js";

/** What is wrong with texts and names that somebody wrote: one that looks like a token would be filled, with a secret too. */
export function checkTokens(value: unknown, at: Path): Problem[] {
	if (typeof value === "string") return tokensIn(value).length > 0 ? [reserved(at)] : [];
	if (Array.isArray(value)) return value.flatMap((item, index) => checkTokens(item, [...at, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => {
		const within = [...at, name];
		return [...(tokensIn(name).length > 0 ? [reserved(within)] : []), ...checkTokens(member, within)];
	});
}

function reserved(at: Path): Problem {
	const message = "holds <late: and a name in angle brackets, which plans read as their own; write it in another way";
	return error("reserved-text", at, message);
}
