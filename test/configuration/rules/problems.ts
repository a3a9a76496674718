import { checkRules } from "../../../src/configuration/rules/index.js";
import type { JsonValue } from "../../../src/json.js";
import { formatProblem } from "../../../src/problem.js";
import { registries } from "../../../src/registries.js";
import { type Circumstances, configurationOf } from "../../support/configuration.js";

/** Settings of one group, what else is so, and every line that is said of them. */
export type RuleCase = readonly [
	settings: Readonly<Record<string, JsonValue>>,
	circumstances: Circumstances,
	problems: readonly string[],
];

/** What all rules together say of settings: one row shows that a rule speaks and that the others are silent. */
export function ruleProblems(settings: RuleCase[0], circumstances: Circumstances = {}): string[] {
	return checkRules(configurationOf(settings, circumstances), registries.routes).map(formatProblem);
}
