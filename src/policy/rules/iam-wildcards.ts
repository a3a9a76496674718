import type { JsonObject } from "../../json.js";
import { matchesAny } from "../../pattern.js";
import { parameters, patterns } from "../parameters.js";
import { type CloudResource, definePolicyRule, type PolicyFinding } from "../policy-rule.js";
import { type ReadStatement, statementsIn } from "../policy-statements.js";

/**
 * Actions that take no resource, so that their statements can name none.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-mantle.html
 */
const withoutResource = [
	"bedrock:CallWithBearerToken",
	"bedrock:ListFoundationModels",
	"bedrock:ListInferenceProfiles",
	"bedrock-mantle:CallWithBearerToken",
	"sts:GetCallerIdentity",
];

/** https://cloud.google.com/iam/docs/roles-overview#basic */
const basicRoles = ["roles/owner", "roles/editor", "roles/viewer"];
const everybody = ["allUsers", "allAuthenticatedUsers"];
/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged */
const privilegedRoles: Readonly<Record<string, string>> = {
	"8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
	"b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
	"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
	"f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

export const iamWildcards = definePolicyRule<{ readonly allow: readonly string[] }>({
	id: "iam-wildcards",
	title: "policies name each action, each resource and whom they allow",
	why: "A wildcard allows what the cloud will offer next year, and on whatever else the account will hold by then.",
	fix: "Name the actions and resources that are needed, and take a role that permits no more than calling models.",
	severity: "error",
	parameters: parameters({
		allow: patterns(
			"Actions that may stand on every resource, roles and members, besides actions of Bedrock that take no resource.",
		),
	}),
	checkResource: (resource, { allow }) =>
		[...ofAmazon(resource), ...ofGoogle(resource), ...ofAzure(resource)].filter(
			({ subject }) => !matchesAny(allow, subject),
		),
});

function ofAmazon({ name, properties }: CloudResource): PolicyFinding[] {
	const allowed = statementsIn(properties).filter(({ isAllow }) => isAllow);
	return allowed.flatMap((statement): PolicyFinding[] => [
		...(statement.allActionsBut ? [{ subject: "NotAction", says: `${name} allows every action but some` }] : []),
		...wideActions(statement).map((action) => ({ subject: action, says: `${name} allows ${action}` })),
		...onEverything(statement).map((action) => ({
			subject: action,
			says: `${name} allows ${action} on every resource`,
		})),
		...(isForAnybody(statement) ? [{ subject: "*", says: `${name} allows anybody, under no condition` }] : []),
	]);
}

/**
 * A policy that a resource carries, as of an endpoint or a key, bounds by whom it allows and not by what: AWS's own begin
 * with the account's every action.
 */
function wideActions(statement: ReadStatement): string[] {
	if (statement.isCarried && !isUnbounded(statement)) return [];
	return statement.actions.filter(isWide);
}

function isUnbounded({ anybody, isConditional }: ReadStatement): boolean {
	return anybody && !isConditional;
}

/** Whoever has not signed in yet can be told by nothing but what is asked for. */
function isForAnybody(statement: ReadStatement): boolean {
	const { resources } = statement;
	return isUnbounded(statement) && (resources.length === 0 || resources.includes("*"));
}

function isWide(text: string): boolean {
	return /[*?]/.test(text);
}

/** In a policy that a resource carries, such as that of a key, every resource is that one. */
function onEverything({ resources, actions, isCarried }: ReadStatement): string[] {
	if (isCarried || !resources.includes("*")) return [];
	return actions.filter((action) => !isWide(action) && !withoutResource.includes(action));
}

/** A binding, beside others or within an access policy. */
function ofGoogle({ name, properties }: CloudResource): PolicyFinding[] {
	return bindingsIn(properties).flatMap(({ role, members }) => [
		...(basicRoles.includes(role)
			? [{ subject: role, says: `${name} gives ${role}, which covers the whole project` }]
			: []),
		...members
			.filter((member) => everybody.includes(member))
			.map((member) => ({ subject: member, says: `${name} gives ${role} to ${member}` })),
	]);
}

function bindingsIn({ role, member, members }: JsonObject): { role: string; members: string[] }[] {
	if (typeof role !== "string") return [];
	const all = [member, ...(Array.isArray(members) ? members : [])];
	return [{ role, members: all.filter((each) => typeof each === "string") }];
}

function ofAzure({ name, properties }: CloudResource): PolicyFinding[] {
	const { roleDefinitionId: id } = properties;
	const role = typeof id === "string" ? privilegedRoles[id.slice(id.lastIndexOf("/") + 1).toLowerCase()] : undefined;
	return role === undefined ? [] : [{ subject: role, says: `${name} gives ${role}` }];
}
