import { suggestName } from "../nearest-name.js";
import { either, list, object, text, words } from "../shape/build.js";
import type { Member, ObjectShape, TextShape } from "../shape/shape.js";
import { calendarDay } from "./calendar-day.js";
import type { PolicyRule } from "./policy-rule.js";
import { ruleSets, usualSets } from "./rule-sets.js";

/** Rules by their ids. */
export type PolicyRules = Readonly<Record<string, PolicyRule>>;

const belowPolicies = "stands below policies, one step further in";

/** The policy file, for the rules that there are; what it extends is merged in before. */
export function policyFileShape(rules: PolicyRules): ObjectShape {
	return object(
		{ policies: { shape: policiesShape(rules), summary: "What deployments are held to.", required: true } },
		{
			name: "PolicyFile",
			summary: "What an organisation holds its deployments to.",
			refused: { sets: belowPolicies, rules: belowPolicies, exemptions: belowPolicies },
		},
	);
}

function policiesShape(rules: PolicyRules): ObjectShape {
	return object(
		{
			sets: {
				shape: list(oneOf("rule set", Object.keys(ruleSets))),
				summary: "Sets of rules that hold.",
				default: usualSets,
			},
			rules: {
				shape: object(Object.fromEntries(Object.values(rules).map((rule) => [rule.id, ruleMember(rule)]))),
				summary: "What single rules weigh, and their parameters; a rule that is named holds, whatever its set.",
				defaultNote: "as the rules themselves say",
			},
			exemptions: {
				shape: list(exemptionShape(Object.keys(rules))),
				summary: "What may be against a rule for a time.",
				defaultNote: "nothing",
			},
		},
		{ name: "Policies", summary: "Rules that hold, and what is exempted from them." },
	);
}

const severities = words(["error", "warning", "off"]);

function ruleMember({ title, severity, parameters }: PolicyRule): Member {
	const options = object({
		severity: { shape: severities, summary: "What it weighs, or `off`.", default: severity },
		...(parameters && {
			parameters: {
				shape: parameters,
				summary: "Parameters of the rule.",
				...(hasRequired(parameters) ? { required: true } : { defaultNote: "those of the rule" }),
			} satisfies Member,
		}),
	});
	return { shape: either(severities, options), summary: `${title.charAt(0).toUpperCase()}${title.slice(1)}.` };
}

export function hasRequired({ members }: ObjectShape): boolean {
	return Object.values(members).some(({ required }) => required === true);
}

function exemptionShape(rules: readonly string[]): ObjectShape {
	return object(
		{
			rule: { shape: oneOf("rule", rules), summary: "Id of the rule.", required: true },
			deployment: { shape: text(), summary: "Name of the deployment.", defaultNote: "any" },
			groups: {
				shape: list(text(), { minItems: 1 }),
				summary: "Groups of which it may be.",
				defaultNote: "any, and the deployment as a whole",
			},
			subject: {
				shape: text(),
				summary: "What may be against the rule, as findings name it; `*` stands for any text.",
				defaultNote: "anything",
			},
			owner: { shape: text(), summary: "Who answers for it.", required: true },
			reason: { shape: text(), summary: "Why it may be.", required: true },
			expires: { shape: calendarDay, summary: "The last day that it holds, such as `2027-03-31`.", required: true },
		},
		{ name: "Exemption", summary: "What may be against a rule for a time." },
	);
}

/** One of some names, of which the nearest is told where it is none. */
function oneOf(what: string, names: readonly string[]): TextShape {
	return {
		...words(names),
		instead: (value) => (typeof value === "string" ? `is no ${what}; ${suggestName(value, names)}` : undefined),
	};
}
