import { canonicalJson, compareText, type JsonValue } from "../json.js";
import { hideCredentials } from "../pasted-credential.js";
import { parsePath } from "../path.js";
import type { Locate } from "../problem.js";
import { mapTexts } from "../reading/describe/texts.js";
import { namesOfBoth } from "./both-sides.js";
import type { Finding } from "./finding.js";
import { pairOf } from "./pair.js";
import { inOrder, type Review } from "./review.js";
import type { ReviewedDeployment } from "./reviewed-deployment.js";
import type { Difference, ReviewRule } from "./subject.js";
import { subjects } from "./subjects/index.js";

/** One of the sides of a review. */
export interface ReviewSide {
	/** As people named it. */
	readonly name: string;
	/** Each with a name of its own. */
	readonly deployments: readonly ReviewedDeployment[];
	/** Tells where values stand in files, by the name of the deployment. @default - places of settings alone are known */
	readonly locate?: ReadonlyMap<string, Locate>;
}

/** What changes in meaning from one side to the other. */
export function compare(before: ReviewSide, after: ReviewSide): Review {
	const byName = ({ deployments }: ReviewSide) => new Map(deployments.map((each) => [each.name, each]));
	const [from, to] = [byName(before), byName(after)];
	const names = namesOfBoth(from.keys(), to.keys());
	const pairs = names.map((name) => pairOf(name, from.get(name), to.get(name)));
	const findings = pairs.flatMap((pair) =>
		Object.values(subjects).flatMap(({ rules, compare: differences }) =>
			shared(differences(pair)).map((difference) =>
				withPlace(graded(difference, rules, pair.name), before.locate, after.locate),
			),
		),
	);
	const deployments = pairs.map(({ name, before: old, after: now }) => ({
		name,
		groups: namesOfBoth(Object.keys(old.groups), Object.keys(now.groups)),
	}));
	return { before: before.name, after: after.name, deployments, findings: inOrder(findings) };
}

function graded(difference: Difference, rules: Readonly<Record<string, ReviewRule>>, deployment: string): Finding {
	const rule = rules[difference.rule];
	if (!rule) throw new RangeError(`no subject has a rule ${difference.rule}`);
	const { rule: id, groups, subject, change, before, after, says, path, location } = difference;
	return {
		rule: id,
		grade: rule.grade,
		deployment,
		groups,
		subject,
		change,
		...(before !== undefined && { before: withoutCredentials(before) }),
		...(after !== undefined && { after: withoutCredentials(after) }),
		says: hideCredentials(says),
		because: rule.because,
		...(path !== undefined && { path }),
		...(location && { location }),
	};
}

/** What is written in plain text by mistake goes no further than the file that has it: comments on changes are read by many. */
function withoutCredentials(value: JsonValue): JsonValue {
	return mapTexts(value, [], ({ text }) => hideCredentials(text));
}

/** What is gone stood in the older file; everything else stands in the newer one. */
function withPlace(finding: Finding, before: ReviewSide["locate"], after: ReviewSide["locate"]): Finding {
	const { path, location: known, deployment, change } = finding;
	if (known || path === undefined) return finding;
	const at = parsePath(path);
	const [first, second] = change === "removed" ? [before, after] : [after, before];
	const location = first?.get(deployment)?.(at) ?? second?.get(deployment)?.(at);
	return location ? { ...finding, location } : finding;
}

/** Groups that share a difference share one finding, with the place of the first. */
function shared(differences: readonly Difference[]): Difference[] {
	const found = new Map<string, { first: Difference; groups: Set<string> }>();
	for (const difference of differences) {
		const { rule, subject, change, before = null, after = null, says, groups } = difference;
		const key = canonicalJson([rule, subject, change, before, after, says, groups.length > 0] satisfies JsonValue);
		const known = found.get(key);
		if (known) for (const group of groups) known.groups.add(group);
		else found.set(key, { first: difference, groups: new Set(groups) });
	}
	return [...found.values()].map(({ first, groups }) => ({ ...first, groups: [...groups].sort(compareText) }));
}
