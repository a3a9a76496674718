import { lineProblem, textWithout } from "./text.js";

/** A tool's name, alone or with a scope as in `Bash(curl *)`; which names there are is for rules to say. */
export const toolRule = textWithout((text) =>
	/^[A-Za-z][A-Za-z0-9_-]*(?:\(.+\))?$/.test(text)
		? undefined
		: (lineProblem(text) ?? "is no tool rule; expected a tool's name, alone or with a scope as in Bash(curl *)"),
);
