import { z } from "zod";
import { forwardIssues } from "./chosen-schema.js";

/** One of some words; retired words are refused with what to write instead. */
export function choiceOf<const Values extends readonly [string, ...string[]]>(
	values: Values,
	retired: Readonly<Record<string, string>>,
): z.ZodType<Values[number], Values[number]> {
	const current = z.enum(values);
	return z.custom<Values[number]>().superRefine((value: unknown, context) => {
		const instead = typeof value === "string" && Object.hasOwn(retired, value) ? retired[value] : undefined;
		if (instead === undefined) forwardIssues(current, value, context);
		else context.addIssue({ code: "custom", message: `is a deprecated value; ${instead}` });
	});
}
