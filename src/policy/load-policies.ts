import { loadExtending, type ReadText } from "../deployment/load.js";
import type { FileKind } from "../deployment/source.js";
import type { Outcome } from "../outcome.js";
import type { Locate } from "../problem.js";
import { parsePolicies } from "./parse-policies.js";
import type { Policies } from "./policies.js";
import type { PolicyRule } from "./policy-rule.js";

const policyFile: FileKind = { content: "policies", file: "a policy file", byEngine: false };

/** Policies of a file and of what it extends. */
export interface LoadedPolicies {
	readonly read: Outcome<Policies>;
	readonly locate: Locate;
}

/** Reads a policy file. Throws only where that file itself cannot be read. */
export function loadPolicies(file: string, readText: ReadText, ownRules: readonly PolicyRule[] = []): LoadedPolicies {
	const { value, locate, problems: found } = loadExtending(file, readText, policyFile);
	return { read: parsePolicies(value, { locate, ownRules, found }), locate };
}
