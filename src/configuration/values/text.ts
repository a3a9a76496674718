import { z } from "zod";

/** Text that `wrong` finds nothing wrong with. Its messages must not repeat the text, which may be a secret. */
export function textWithout(wrong: (text: string) => string | undefined) {
	return z.string().superRefine((text, context) => {
		const message = text === "" ? "is empty; give a value or leave it out" : wrong(text);
		if (message !== undefined) context.addIssue({ code: "custom", message });
	});
}

export function textMatching(pattern: RegExp, message: string) {
	return textWithout((text) => (pattern.test(text) ? undefined : message));
}

/** What is wrong with text that is to stand on one line, or undefined. */
export function lineProblem(text: string): string | undefined {
	if (/\p{Cc}/u.test(text)) return "has line breaks or control characters; expected one line of text";
	return text.trim() === text ? undefined : "starts or ends with white space; remove it";
}

/** One line of text. */
export const line = textWithout(lineProblem);

/** Text on any number of lines. */
export const freeText = textWithout(() => undefined);
