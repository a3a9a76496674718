import { z } from "zod";
import { isObject } from "../json.js";
import type { Problem } from "../problem.js";

type Context = z.core.$RefinementCtx;

/** Says in `context` what `schema` says of a value. */
export function forwardIssues(schema: z.ZodType, value: unknown, context: Context): void {
	for (const issue of schema.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue });
}

/** Says problems, whose paths start at the checked value, in `context`. */
export function addProblems(problems: readonly Problem[], context: Context): void {
	for (const { path, message } of problems) context.addIssue({ code: "custom", message, path: [...path] });
}

/** Checks a value with the schema that `choose` picks for it, or refuses it with the problems picked instead. */
export function chosenSchema<T>(choose: (value: unknown) => z.ZodType<T, T> | readonly Problem[]): z.ZodType<T, T> {
	return z.custom<T>().superRefine((value, context) => {
		const choice = choose(value);
		if (choice instanceof z.ZodType) forwardIssues(choice, value, context);
		else addProblems(choice, context);
	});
}

/** The schema, but with members that it does not have refused in words of their own. */
export function refusingMembers<T>(
	schema: z.ZodType<T, T>,
	refused: Readonly<Record<string, string>>,
): z.ZodType<T, T> {
	return z.custom<T>().superRefine((value: unknown, context) => {
		if (!isObject(value)) return forwardIssues(schema, value, context);
		const isRefused = (name: string) => Object.hasOwn(refused, name);
		const entries = Object.entries(value);
		for (const [name] of entries.filter(([name]) => isRefused(name))) {
			context.addIssue({ code: "custom", message: refused[name], path: [name] });
		}
		forwardIssues(schema, Object.fromEntries(entries.filter(([name]) => !isRefused(name))), context);
	});
}
