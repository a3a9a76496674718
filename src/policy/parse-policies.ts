import { made, type Outcome, refused } from "../outcome.js";
import { error, isError, type Locate, located, type Problem } from "../problem.js";
import { checkShape } from "../shape/check-shape.js";
import type { ChosenRule, Exemption, Policies } from "./policies.js";
import { hasRequired, type PolicyRules, policyFileShape } from "./policies-shape.js";
import type { PolicyRule, PolicySeverity } from "./policy-rule.js";
import { ruleSets, usualSets } from "./rule-sets.js";
import { policyRules } from "./rules/index.js";

/** What stands in a policy file of the form that {@link policyFileShape} says. */
interface PolicyFile {
	readonly policies: {
		readonly sets?: readonly (keyof typeof ruleSets)[];
		readonly rules?: Readonly<Record<string, Weight | RuleOptions>>;
		readonly exemptions?: readonly Omit<Exemption, "at">[];
	};
}

type Weight = PolicySeverity | "off";

interface RuleOptions {
	readonly severity?: Weight;
	readonly parameters?: object;
}

export interface PolicyOptions {
	/** Tells where a value stands in a file. @default - problems carry paths only */
	readonly locate?: Locate;
	/** Rules besides those that the package ships. @default - none */
	readonly ownRules?: readonly PolicyRule[];
	/** Problems found before, such as those of reading the file. */
	readonly found?: readonly Problem[];
}

/** Reads a policy file that was parsed: every problem at once, or the rules that hold. */
export function parsePolicies(
	input: unknown,
	{ locate, ownRules = [], found = [] }: PolicyOptions = {},
): Outcome<Policies> {
	const rules = withOwn(ownRules);
	const problems = [...found, ...rules.problems];
	const isRead = input !== undefined || found.length === 0;
	if (rules.value && isRead) problems.push(...checkShape(policyFileShape(rules.value), input, { at: [] }));
	if (!rules.value || !isRead || problems.some(isError)) return refused(...located(problems.map(ofFile), locate));
	// Its form was checked.
	const { policies } = input as PolicyFile;
	const chosen = choose(policies, rules.value);
	if (chosen.problems.length > 0) return refused(...located(chosen.problems, locate));
	const exemptions = (policies.exemptions ?? []).map(
		(each, index): Exemption => ({ ...each, at: ["policies", "exemptions", index] }),
	);
	return made({ rules: chosen.rules, exemptions });
}

/** What holds where there is no policy file. */
export function usualPolicies(ownRules: readonly PolicyRule[] = []): Outcome<Policies> {
	return parsePolicies({ policies: {} }, { ownRules });
}

/** A problem of the whole file is one of all that it holds. */
function ofFile(problem: Problem): Problem {
	return problem.path.length > 0 ? problem : { ...problem, path: ["policies"] };
}

function withOwn(own: readonly PolicyRule[]): Outcome<PolicyRules> {
	const rules: Record<string, PolicyRule> = { ...policyRules };
	const problems: Problem[] = [];
	for (const rule of own) {
		if (Object.hasOwn(rules, rule.id)) {
			problems.push(error("same-rule", ["rules", rule.id], "is the id of another rule; choose one of its own"));
		}
		rules[rule.id] = rule;
	}
	return problems.length > 0 ? refused(...problems) : made(rules);
}

/** Rules of one's own hold without being named: whoever loads them wants them. */
function choose({ sets = usualSets, rules: said = {} }: PolicyFile["policies"], rules: PolicyRules) {
	const shipped: readonly string[] = Object.keys(policyRules);
	const own = Object.keys(rules).filter((id) => !shipped.includes(id));
	const ids = [
		...new Set([...sets.flatMap((set): readonly string[] => ruleSets[set].rules), ...own, ...Object.keys(said)]),
	];
	const problems: Problem[] = [];
	const chosen = ids.flatMap((id): ChosenRule[] => {
		const rule = rules[id];
		const { severity, parameters } = optionsOf(said[id]);
		if (!rule || severity === "off") return [];
		if (parameters === undefined && rule.parameters && hasRequired(rule.parameters)) {
			const needed = Object.keys(rule.parameters.members).filter((name) => rule.parameters?.members[name]?.required);
			const at = ["policies", "rules", id];
			problems.push(error("missing", at, `needs parameters: ${needed.join(", ")}; give them, or switch the rule off`));
		}
		return [{ rule, severity: severity ?? rule.severity, parameters: { ...defaultsOf(rule), ...parameters } }];
	});
	return { rules: chosen, problems };
}

function optionsOf(said: Weight | RuleOptions | undefined): RuleOptions {
	return typeof said === "string" ? { severity: said } : (said ?? {});
}

function defaultsOf({ parameters }: PolicyRule): Record<string, unknown> {
	const members = Object.entries(parameters?.members ?? {});
	return Object.fromEntries(
		members.flatMap(([name, each]) => (each.default === undefined ? [] : [[name, each.default]])),
	);
}
