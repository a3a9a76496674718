import { compareText } from "../../json.js";
import type { AwsPlan, IdentityPlan } from "./plan.js";
import { type PolicyDocument, policy } from "./policy/policy-document.js";

/** What a plan comes to, for whoever writes service control policies and pays the bill. May hold late text. */
export interface Governance {
	/** Every action that some principal or endpoint allows, sorted. */
	readonly actions: readonly string[];
	/** Every resource that those actions are allowed on, sorted. */
	readonly resources: readonly string[];
	/** Everything that is created. */
	readonly created: readonly CreatedResource[];
	/** What it costs, by kind of resource. */
	readonly costs: readonly ResourceCost[];
	readonly notes: readonly string[];
}

export interface CreatedResource {
	/** In CloudFormation's words. */
	readonly type: string;
	readonly name: string;
}

export interface ResourceCost {
	/** In CloudFormation's words, or `model calls`. */
	readonly type: string;
	/** What is paid for; `free` is paid for by nothing. */
	readonly meter: string;
}

/** What AWS meters of each kind. https://aws.amazon.com/pricing/ */
const meters = {
	"AWS::SSO::PermissionSet": "free",
	"AWS::SSO::Assignment": "free",
	"AWS::IAM::Role": "free",
	"AWS::IAM::OIDCProvider": "free",
	"AWS::IAM::User": "free",
	"AWS::IAM::ServiceSpecificCredential": "free",
	"AWS::IAM::ManagedPolicy": "free",
	"AWS::Bedrock::ApplicationInferenceProfile": "free",
	"AWS::Budgets::Budget": "free",
	"AWS::EC2::SecurityGroup": "free",
	"AWS::EC2::VPCEndpoint": "per hour and zone, and per gigabyte",
	"AWS::CloudTrail::EventDataStore": "per gigabyte taken in and kept, and per gigabyte searched",
	"model calls": "per token, at the price of the model and region",
} as const;

type Metered = keyof typeof meters;
type Created = { readonly type: Metered; readonly name: string };

export function governanceOf(plan: AwsPlan<unknown>): Governance {
	const documents = [
		...plan.identities.map(({ policy }) => policy.document),
		...plan.identities.flatMap((identity) => assumptionOf(plan, identity)),
		...(plan.endpoints?.services ?? []).map(({ policy }) => policy),
	];
	const created = [...plan.identities.flatMap(ofIdentity), ...ofPlan(plan)];
	const distinct = [...new Map(created.map((each) => [`${each.type} ${each.name}`, each])).values()];
	const types = [...new Set<Metered>([...distinct.map(({ type }) => type), "model calls"])];
	return {
		...allowed(documents),
		created: distinct,
		costs: types.map((type) => ({ type, meter: meters[type] })),
		notes: plan.notes,
	};
}

/** What a role's trust allows, on the role; that of a role that exists is not the plan's. */
function assumptionOf({ partition, accountId }: AwsPlan<unknown>, identity: IdentityPlan<unknown>): PolicyDocument[] {
	if (!("trust" in identity) || !identity.trust) return [];
	const role = `arn:${partition}:iam::${accountId}:role/${identity.name}`;
	return [assumption(identity.trust, role)];
}

/** A trust as a policy of the role, which it allows to assume. */
export function assumption(trust: PolicyDocument, roleArn: string): PolicyDocument {
	return policy(trust.Statement.map((statement) => ({ ...statement, Resource: [roleArn] })));
}

/** Everything that the documents allow. */
export function allowed(documents: readonly PolicyDocument[]): Pick<Governance, "actions" | "resources"> {
	const statements = documents.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === "Allow");
	return {
		actions: distinctTexts(statements.flatMap(({ Action }) => Action)),
		resources: distinctTexts(statements.flatMap(({ Resource }) => Resource ?? [])),
	};
}

function distinctTexts(texts: readonly string[]): string[] {
	return [...new Set(texts)].sort(compareText);
}

function ofIdentity(identity: IdentityPlan<unknown>): Created[] {
	const { policy } = identity;
	const managed: Created[] = policy.kind === "managed" ? [{ type: "AWS::IAM::ManagedPolicy", name: policy.name }] : [];
	return [...principalOf(identity), ...managed];
}

function principalOf(identity: IdentityPlan<unknown>): Created[] {
	switch (identity.kind) {
		case "permission-set":
			return [
				...(identity.existingArn === undefined
					? [{ type: "AWS::SSO::PermissionSet" as const, name: identity.name }]
					: []),
				...identity.assignedGroups.map((group) => ({ type: "AWS::SSO::Assignment" as const, name: group })),
			];
		case "web-identity-role":
			return [
				...(identity.provider && identity.provider.arn === undefined
					? [{ type: "AWS::IAM::OIDCProvider" as const, name: identity.provider.issuerUrl }]
					: []),
				...(identity.existing ? [] : [{ type: "AWS::IAM::Role" as const, name: identity.name }]),
			];
		case "proxy-role":
			return identity.existing ? [] : [{ type: "AWS::IAM::Role", name: identity.name }];
		case "user":
			return [
				...(identity.existing === undefined
					? identity.keys.map(({ userName }) => ({ type: "AWS::IAM::User" as const, name: userName }))
					: []),
				...identity.keys.map(({ label, userName }) => ({
					type: "AWS::IAM::ServiceSpecificCredential" as const,
					name: `${userName}/${label}`,
				})),
			];
		case "policy-only":
			return [{ type: "AWS::IAM::ManagedPolicy", name: identity.policy.name }];
	}
}

function ofPlan({ applicationProfiles, budgets, endpoints, eventDataStore }: AwsPlan<unknown>): Created[] {
	return [
		...applicationProfiles.map(({ name }) => ({ type: "AWS::Bedrock::ApplicationInferenceProfile" as const, name })),
		...budgets.map(({ name }) => ({ type: "AWS::Budgets::Budget" as const, name })),
		...(endpoints?.network && !endpoints.network.securityGroupIds
			? [{ type: "AWS::EC2::SecurityGroup" as const, name: "endpoints" }]
			: []),
		...(endpoints?.services ?? []).flatMap(({ serviceName, existing }) =>
			existing ? [] : [{ type: "AWS::EC2::VPCEndpoint" as const, name: serviceName }],
		),
		...(eventDataStore ? [{ type: "AWS::CloudTrail::EventDataStore" as const, name: "calls" }] : []),
	];
}
