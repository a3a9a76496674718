import type { PolicyDocument, PolicyStatement } from "../../../../src/cloud/iam-policy.js";

/** One request as IAM sees it. Keys of the context are compared without regard to case. */
export interface IamRequest {
	readonly action: string;
	readonly resource: string;
	readonly context?: Readonly<Record<string, string | readonly string[]>>;
	/** Kind and id, such as `["AWS", "arn:..."]`; only for policies that name principals. */
	readonly principal?: readonly [string, string];
}

export type Decision = "allow" | "implicit deny" | "explicit deny";

/**
 * The decision of policies of one kind about a request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function decide(policies: readonly PolicyDocument[], request: IamRequest): Decision {
	const applying = policies.flatMap(({ Statement }) => Statement).filter((statement) => applies(statement, request));
	if (applying.some(({ Effect }) => Effect === "Deny")) return "explicit deny";
	return applying.length > 0 ? "allow" : "implicit deny";
}

function applies(statement: PolicyStatement, request: IamRequest): boolean {
	const { Action, Resource, NotResource, Condition = {} } = statement;
	if (!Action.some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase()))) return false;
	if (Resource && !Resource.some((pattern) => arnLike(pattern, request.resource))) return false;
	if (NotResource?.some((pattern) => arnLike(pattern, request.resource))) return false;
	if (!namesPrincipal(statement, request)) return false;
	return Object.entries(Condition).every(([operator, keys]) =>
		Object.entries(keys).every(([key, values]) => holds(operator, contextOf(request, key), [values].flat())),
	);
}

function namesPrincipal({ Principal }: PolicyStatement, { principal }: IamRequest): boolean {
	if (Principal === undefined || Principal === "*") return true;
	if (!principal) return false;
	const [kind, id] = principal;
	return (Principal[kind] ?? []).includes(id);
}

function contextOf({ context = {} }: IamRequest, key: string): readonly string[] | undefined {
	const [, value] = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase()) ?? [];
	return value === undefined ? undefined : [value].flat();
}

type Match = (pattern: string, value: string) => boolean;

const exact: Match = (pattern, value) => pattern === value;
const exactIgnoringCase: Match = (pattern, value) => pattern.toLowerCase() === value.toLowerCase();

const operators: Readonly<Record<string, { readonly match: Match; readonly negated: boolean }>> = {
	StringEquals: { match: exact, negated: false },
	StringNotEquals: { match: exact, negated: true },
	StringEqualsIgnoreCase: { match: exactIgnoringCase, negated: false },
	StringNotEqualsIgnoreCase: { match: exactIgnoringCase, negated: true },
	StringLike: { match: like, negated: false },
	StringNotLike: { match: like, negated: true },
	ArnEquals: { match: arnLike, negated: false },
	ArnLike: { match: arnLike, negated: false },
	ArnNotEquals: { match: arnLike, negated: true },
	ArnNotLike: { match: arnLike, negated: true },
	Bool: { match: exactIgnoringCase, negated: false },
};

/**
 * Whether a condition holds; `actual` is undefined where the request has no such key.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function holds(operator: string, actual: readonly string[] | undefined, wanted: readonly string[]): boolean {
	if (operator === "Null") return wanted.includes(String(actual === undefined));
	const [, set, name = "", ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
	const rule = operators[name];
	if (!rule) throw new Error(`the evaluator does not know ${operator}`);
	if (actual === undefined) {
		if (ifExists !== undefined) return true;
		if (set !== undefined) return set === "ForAllValues";
		return rule.negated;
	}
	const single = (value: string) => wanted.some((pattern) => rule.match(pattern, value)) !== rule.negated;
	if (set === "ForAllValues") return actual.every(single);
	if (set === "ForAnyValue") return actual.some(single);
	if (actual.length !== 1) throw new Error(`${operator} needs a set operator for several values`);
	return actual.every(single);
}

/** `*` is any run of characters, the empty one too, and `?` any one character. */
function like(pattern: string, value: string): boolean {
	const source = pattern
		.replace(/[.+^${}()|[\]\\]/g, "\\$&")
		.replaceAll("*", ".*")
		.replaceAll("?", ".");
	return new RegExp(`^${source}$`, "s").test(value);
}

/** Each of the six parts of an ARN is held against its own; only the last may hold colons. */
function arnLike(pattern: string, value: string): boolean {
	if (pattern === "*") return true;
	const [patterns, values] = [arnParts(pattern), arnParts(value)];
	return patterns.length === values.length && patterns.every((part, index) => like(part, values[index] ?? ""));
}

function arnParts(arn: string): string[] {
	const parts = arn.split(":");
	return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
