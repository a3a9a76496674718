import { checkSetting } from "../../src/configuration/check-setting.js";
import { formatProblem } from "../../src/problem.js";

/** What is said of a key's value, one line each, as the command prints it. */
export function settingProblems(name: string, value: unknown): string[] {
	return checkSetting(name, value, [name]).map(formatProblem);
}
