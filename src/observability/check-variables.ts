import { formatPath } from "../path.js";
import { error, type Problem } from "../problem.js";
import { referenceName } from "../reference/reference.js";
import { findSecrets } from "../reference/walk.js";
import { pseudonymKey } from "./collector/redaction.js";
import { collectorAt } from "./collector-endpoint.js";
import type { Collector } from "./observability.js";
import { variableName } from "./observed-part.js";

/** The collector reads each secret from a variable of its own, or one place would get the credential of another. */
export function checkVariables({ auth, sinks }: Collector): Problem[] {
	const holders = new Map<string, { readonly secret: string; readonly words: string }>([
		[pseudonymKey, { secret: "", words: "the key of pseudonyms" }],
	]);
	return findSecrets({ auth, sinks }).flatMap(({ path: inside, reference }) => {
		const path = [...collectorAt, ...inside];
		const variable = variableName(Object.values(reference)[0] ?? "");
		if (!/^[A-Z_]/.test(variable)) {
			const message = `would be the variable "${variable}" of the collector, which is no name of one; give the secret a name that begins with a letter`;
			return [error("no-variable", path, message)];
		}
		const secret = referenceName(reference);
		const holder = holders.get(variable);
		if (!holder) holders.set(variable, { secret, words: formatPath(path) });
		if (!holder || holder.secret === secret) return [];
		const message = `would be the variable ${variable} of the collector, as ${holder.words} is, and is another secret; give it another name`;
		return [error("same-variable", path, message)];
	});
}
