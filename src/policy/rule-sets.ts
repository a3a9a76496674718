import type { PolicyRuleName } from "./rules/index.js";

/** Rules that go together. */
export interface PolicyRuleSet {
	/** When to choose it, as a sentence without a full stop. */
	readonly title: string;
	readonly rules: readonly PolicyRuleName[];
}

const recommended = [
	"open-sandbox",
	"static-secret",
	"content-capture",
	"tighten-only",
	"unsigned-extensions",
	"wildcard-hosts",
	"break-glass",
	"iam-wildcards",
	"key-age",
	"encrypted-transport",
	"own-organization-id",
	"permission-prompts",
	"own-servers",
	"pinned-plugins",
	"workspace-folders",
	"exact-rule-sets",
	"code-prompts",
	"code-hooks",
	"code-servers",
	"code-sandbox",
	"code-credential-paths",
] as const satisfies readonly PolicyRuleName[];

/** By the word of a policy file. */
export const ruleSets = {
	recommended: {
		title: "what hardly any organisation wants otherwise; none of its rules needs a parameter",
		rules: recommended,
	},
	confidential: {
		title: "the same, where nothing may leave but to the inference provider, and that by private ways",
		rules: [
			...recommended,
			"telemetry",
			"content-stays",
			"host-operators",
			"private-endpoints",
			"signed-profiles",
			"session-retention",
			"code-managed",
			"code-traffic",
		],
	},
} satisfies Readonly<Record<string, PolicyRuleSet>>;

export type PolicyRuleSetName = keyof typeof ruleSets;

/** Those that hold where a policy file names none, and where there is no policy file. */
export const usualSets: readonly PolicyRuleSetName[] = ["recommended"];
