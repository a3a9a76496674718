import { z } from "zod";
import { choiceOf } from "../choice.js";

/** What happens when a tool of a server is called. */
export type ToolPermission = "allow" | "ask" | "blocked";

const askEveryTime = { "ask-session": "use ask" };

export const toolPermission = choiceOf(["allow", "ask", "blocked"], askEveryTime);

/** Permission by tool name, where `*` stands for any text; of several the strictest counts. */
export const toolPolicy = z.record(z.string(), toolPermission);

/** Permission by tool name, or by scoped rule such as `Bash(git *)`. */
export const builtinToolPolicy = z.record(z.string(), choiceOf(["allow", "ask"], askEveryTime));
