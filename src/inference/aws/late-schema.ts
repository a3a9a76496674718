import { z } from "zod";
import { isProgramReference } from "../../reference/reference.js";

/** Text that a program may know only later, when it is a reference to what the program passes. */
export function lately(rule: z.ZodType) {
	return z.unknown().superRefine((value, context) => {
		if (isProgramReference(value)) return;
		const result = rule.safeParse(value);
		if (result.success) return;
		for (const { message } of result.error.issues) {
			context.addIssue({ code: "custom", message: typeof value === "string" ? message : "expected text" });
		}
	});
}
