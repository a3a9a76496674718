import { evaluate } from "@marcbachmann/cel-js";
import type { AccessPolicy } from "../../../../src/inference/google/access/access-policy.js";

/** One request as Google's IAM sees it. */
export interface GoogleCall {
	/** Everything that IAM knows the caller as, such as a group of theirs. */
	readonly caller: readonly string[];
	readonly permission: string;
	readonly project: string;
	/** The publisher's model that is called; absent for anything else. */
	readonly model?: string;
	/** @default - before any time that a test speaks of */
	readonly time?: Date;
}

/** https://cloud.google.com/iam/docs/deny-overview */
export interface DenyRule {
	readonly deniedPrincipals: readonly string[];
	readonly exceptionPrincipals?: readonly string[];
	/** With the host of the service, as deny policies write them. */
	readonly deniedPermissions: readonly string[];
}

/** A policy of the constraint `vertexai.allowedModels`. */
export interface ModelPolicy {
	readonly allowedValues?: readonly string[];
	readonly deniedValues?: readonly string[];
}

export interface Policies {
	readonly allow: readonly AccessPolicy[];
	readonly deny?: readonly DenyRule[];
	readonly models?: readonly ModelPolicy[];
}

export type Decision = "allow" | "not allowed" | "denied" | "against organisation policy";

/**
 * The decision about a request: what is denied stays so whatever is allowed, and an organisation policy holds for
 * everybody. https://cloud.google.com/iam/docs/policy-types#evaluation
 */
export function decide({ allow, deny = [], models = [] }: Policies, call: GoogleCall): Decision {
	if (deny.some((rule) => denies(rule, call))) return "denied";
	if (!allow.some((policy) => allows(policy, call))) return "not allowed";
	return models.every((policy) => admits(policy, call)) ? "allow" : "against organisation policy";
}

function allows({ project, bindings, roles }: AccessPolicy, call: GoogleCall): boolean {
	if (project !== call.project) return false;
	return bindings.some(({ role, members, condition }) => {
		if (!(roles[role] ?? []).includes(call.permission)) return false;
		if (!members.some((member) => call.caller.includes(member))) return false;
		return condition === undefined || holds(condition.expression, call);
	});
}

/**
 * Conditions are of the Common Expression Language, which a program of somebody else evaluates here.
 * https://cloud.google.com/iam/docs/conditions-overview
 */
function holds(expression: string, { time = new Date(0) }: GoogleCall): boolean {
	const holding: unknown = evaluate(expression, { request: { time } });
	if (typeof holding !== "boolean") throw new Error(`${expression} is no condition`);
	return holding;
}

function denies({ deniedPrincipals, exceptionPrincipals = [], deniedPermissions }: DenyRule, call: GoogleCall) {
	const [service = "", ...rest] = call.permission.split(".");
	if (!deniedPermissions.includes(`${service}.googleapis.com/${rest.join(".")}`)) return false;
	const concerns = (principals: readonly string[]) =>
		principals.some((each) => each === "principalSet://goog/public:all" || call.caller.includes(each));
	return concerns(deniedPrincipals) && !concerns(exceptionPrincipals);
}

/** A list of values allows nothing else, and what is denied stays so. */
function admits({ allowedValues, deniedValues = [] }: ModelPolicy, { model }: GoogleCall): boolean {
	if (model === undefined) return true;
	const value = `publishers/anthropic/models/${model}:predict`;
	if (deniedValues.includes(value)) return false;
	return allowedValues === undefined || allowedValues.includes(value);
}
