import { error } from "../../problem.js";
import { text } from "../../shape/build.js";
import { lineProblems } from "./text.js";

/** A tool's name, alone or with a scope as in `Bash(curl *)`; which names there are is for rules to say. */
export const toolRule = text(lineProblems, (rule) =>
	/^[A-Za-z][A-Za-z0-9_-]*(?:\(.+\))?$/.test(rule)
		? []
		: [error("tool-rule", [], "is no tool rule; expected a tool's name, alone or with a scope as in Bash(curl *)")],
);
