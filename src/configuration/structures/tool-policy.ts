import { map, words } from "../../shape/build.js";
import { toolOfPolicy } from "../values/tool-rule.js";

const askEveryTime = { "ask-session": "use ask" };

/** What happens when a tool of a server is called. */
export const toolPermission = words(["allow", "ask", "blocked"], askEveryTime);

/** Permission by tool name, where `*` stands for any text; of several the strictest counts. */
export const toolPolicy = {
	shape: map(toolPermission),
	summary: "Permission by tool name, where `*` stands for any text; the strictest counts.",
	defaultNote: "the app's own rules",
} as const;

const answer = {
	...words(["allow", "ask"], askEveryTime),
	otherwise: "drops the rule, so that the tool runs unprompted, or from 1.37937.0 asks",
};

/** Permission by tool name, or by scoped rule such as `Bash(git *)`. */
export const builtinToolPolicy = map(answer, { names: toolOfPolicy });
