import type { z } from "zod";
import { isObject } from "../json.js";
import type { Problem } from "../problem.js";
import { addProblems } from "./chosen-schema.js";

/** An object as rules between its members see it: a member may be missing, of another type or a secret reference. */
export type Members = Readonly<Record<string, unknown>>;

/** A rule between members; its paths start at the object. */
export type MemberRule = (members: Members) => readonly Problem[];

/**
 * The schema with rules between its members. They run even where a member is wrong, because a secret reference
 * counts as wrong until it is resolved and must not hide what else there is to say.
 */
export function withRules<Schema extends z.ZodType>(schema: Schema, ...rules: readonly MemberRule[]): Schema {
	return schema.superRefine(
		(value, context) => {
			if (isObject(value)) for (const rule of rules) addProblems(rule(value), context);
		},
		{ when: () => true },
	);
}
