import { words } from "../../shape/build.js";

/** https://code.claude.com/docs/en/settings-reference#effortlevel */
export const effort = words(["low", "medium", "high", "xhigh", "max"]);
