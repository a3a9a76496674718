import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";

/**
 * Who compiles with registries that lack something says so: what nobody checks, and no device gets, is not passed over.
 */
export function notGiven(at: Path, code: "unknown-member" | "unknown-value" = "unknown-member"): Problem {
	return error(code, at, "is not known to the registries given");
}
