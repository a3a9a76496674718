import type { CloudPart } from "../../bundle/cloud-files.js";
import { isPolicyReference, type PlannedResource } from "../../cloud/planned-resource.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { tokensIn } from "../../reference/token.js";
import { coversCondition } from "./condition.js";
import type { Grant, GrantReader, Target } from "./grant.js";
import { coversArn, coversPattern } from "./pattern.js";

/** Policies of IAM, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const awsGrants: GrantReader = {
	grants(cloud) {
		const carriers = carriersOf(cloud);
		return Object.entries(cloud.policies).flatMap(([name, document]) =>
			statementsOf(document).flatMap((statement) =>
				(carriers.get(name) ?? [{ who: `policy ${name}`, principal: name }]).flatMap((carrier) =>
					grantsOf(statement, carrier),
				),
			),
		);
	},
	covers(wide, narrow) {
		return (
			coversPattern(wide.action.toLowerCase(), narrow.action.toLowerCase()) &&
			coversTarget(wide.on, narrow.on) &&
			coversCondition(wide.when, narrow.when)
		);
	},
};

/** Who has a policy, or what it stands at. */
interface Carrier {
	readonly who: string;
	readonly principal: string;
}

/** What people and programs are, in IAM. */
const principals: Readonly<Record<string, string>> = {
	"AWS::SSO::PermissionSet": "permission set",
	"AWS::IAM::Role": "role",
	"AWS::IAM::User": "user",
};

/** By policy; one that is attached is of what it is attached to. */
function carriersOf({ resources }: CloudPart): ReadonlyMap<string, readonly Carrier[]> {
	const byId = new Map(resources.map((each) => [each.id, each]));
	const referred = (resource: PlannedResource) =>
		tokensIn(resource.properties).flatMap((token) => byId.get(token.slice(0, token.lastIndexOf("."))) ?? []);
	const named = new Map<string, Carrier[]>();
	for (const resource of resources) {
		for (const [property, value] of Object.entries(resource.properties)) {
			if (!isPolicyReference(value)) continue;
			const attached = resources.filter((each) => referred(each).includes(resource)).flatMap(referred);
			const holders = [...referred(resource), ...attached].filter(({ type }) => principals[type] !== undefined);
			const isTrust = property === "assumeRolePolicy";
			const of = holders.length > 0 && !isTrust ? holders : [resource];
			const carriers = [...new Set(of)].map((each) => carrierOf(each, isTrust));
			named.set(value.policy, [...(named.get(value.policy) ?? []), ...carriers]);
		}
	}
	return named;
}

function carrierOf({ type, name }: PlannedResource, isTrust: boolean): Carrier {
	const kind = principals[type] ?? (type.split("::").at(-1) ?? type).toLowerCase();
	return { who: `${isTrust ? "trust of " : ""}${kind} ${name}`, principal: name };
}

function statementsOf(document: JsonObject): readonly JsonObject[] {
	const { Statement: statements } = document;
	return Array.isArray(statements) ? statements.filter(isJsonObject) : [];
}

function grantsOf(statement: JsonObject, { who: at, principal }: Carrier): Grant[] {
	const { Effect: effect, Condition: when } = statement;
	const actions = textsIn(statement.Action);
	return whom(statement.Principal, at).flatMap((who) =>
		actions.flatMap((action) =>
			targetsOf(statement, at).map(
				(on): Grant => ({
					effect: effect === "Deny" ? "deny" : "allow",
					who,
					principal,
					at: `${at} ${who}`,
					action,
					on,
					...(when !== undefined && { when }),
				}),
			),
		),
	);
}

/** A document that names principals is of something that they reach by it. */
function whom(principal: JsonValue | undefined, at: string): readonly string[] {
	if (principal === undefined) return [at];
	if (!isJsonObject(principal)) return [`anybody at ${at}`];
	return Object.entries(principal).flatMap(([kind, ids]) => textsIn(ids).map((id) => `${kind} ${id} at ${at}`));
}

function targetsOf({ Resource: resource, NotResource: others }: JsonObject, at: string): readonly Target[] {
	if (others !== undefined) return [{ besides: textsIn(others) }];
	if (resource === undefined) return [{ matching: at }];
	return textsIn(resource).map((matching) => ({ matching }));
}

function textsIn(value: JsonValue | undefined): readonly string[] {
	if (typeof value === "string") return [value];
	return Array.isArray(value) ? value.filter((each: JsonValue) => typeof each === "string") : [];
}

function coversTarget(wide: Target, narrow: Target): boolean {
	if ("matching" in wide) return coversArn(wide.matching, "matching" in narrow ? narrow.matching : "*");
	// What is left out there has to be left out here.
	if ("matching" in narrow) return false;
	return wide.besides.every((each) => narrow.besides.some((pattern) => coversArn(pattern, each)));
}
