import {
	allow,
	type PolicyCondition,
	type PolicyDocument,
	type PolicyStatement,
	policy,
} from "../../../cloud/iam-policy.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { error } from "../../../problem.js";
import type { AwsService } from "../../aws-hosts.js";
import type { AssumedRole } from "../identity/identity.js";
import { countAction, invokeActions, listActions, readProfileAction } from "../policy/inference-policy.js";
import { mantleInferenceAction, mantleKeyAction, mantleModelKey } from "../policy/mantle-policy.js";
import { policyLimits, policySize } from "../policy/policy-size.js";
import type { AwsScope } from "../scope.js";

export interface EndpointPolicyRequest {
	readonly scope: AwsScope;
	/** Whose principals may use the endpoint. @default - the account's */
	readonly organizationId?: string;
	readonly calls: EndpointCalls;
	/** The deployment's own. */
	readonly roles: readonly AssumedRole[];
	/** Whether principals of the organisation or account may call what their own policies let them. @default false */
	readonly others?: boolean;
}

/** What people call by way of the endpoints. */
export interface EndpointCalls {
	/** ARNs that calls are held against: profiles and the models behind them, or Mantle projects. */
	readonly arns: readonly string[];
	/** The same with a wildcard for regions, for when the former are too many. */
	readonly compactArns: readonly string[];
	/** ARNs of profiles and models that people read about; only of Bedrock. */
	readonly readArns: readonly string[];
	/** ARNs of models whose tokens are counted; only of Bedrock. */
	readonly countedArns: readonly string[];
	/** Whether the app lists the provider's models. */
	readonly discovery: boolean;
	/** Models that a call may name; only of Mantle, where a project has them all. */
	readonly modelIds: readonly string[];
	/** Whether people call with keys. */
	readonly bearer: boolean;
}

/**
 * Policy of an interface endpoint, which opens everything unless it says less. Calls are held against it in the
 * endpoint's own region.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html
 */
export function endpointPolicy(service: AwsService, request: EndpointPolicyRequest): Outcome<PolicyDocument> {
	const theirs = request.others ? everyCall(service, request) : [];
	if (theirs.length > 0) return made(policy(theirs));
	const exact = policy(statements[service](request, request.calls.arns));
	if (policySize(exact) <= policyLimits.endpoint) return made(exact);
	const compact = policy(statements[service](request, request.calls.compactArns));
	const size = policySize(compact);
	if (size <= policyLimits.endpoint) return made(compact);
	const message = `needs an endpoint policy of ${size} characters, and AWS takes ${policyLimits.endpoint}; list fewer models`;
	return refused(error("policy-size", [], message));
}

type Statements = (request: EndpointPolicyRequest, arns: readonly string[]) => PolicyStatement[];

/** Whoever brings a token or an assertion has no principal yet, so that only the role bounds the call. */
const federatedActions = [
	"sts:AssumeRoleWithSAML",
	"sts:AssumeRoleWithWebIdentity",
	"sts:SetSourceIdentity",
	"sts:TagSession",
] as const;

const statements: Readonly<Record<AwsService, Statements>> = {
	runtime: (request, arns) => [
		...ours("InvokeModels", invokeActions, arns, request),
		...ours("CountTokens", [countAction], request.calls.countedArns, request),
		...withKey(request),
	],
	control: (request) => {
		const { discovery, readArns } = request.calls;
		const read = discovery ? ["bedrock:GetFoundationModel", readProfileAction] : [readProfileAction];
		return [
			...(discovery ? ours("ListModels", listActions, ["*"], request) : []),
			...ours("ReadModels", read, readArns, request),
			...withKey(request),
		];
	},
	// With private DNS every workload of the VPC comes by here, so that all of the organisation's goes on.
	// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_interface_vpc_endpoints.html
	sts: (request) => [
		...assumeRoles(request),
		forAnyone("OurPrincipals", ["sts:*"], ["*"], { StringEquals: ourPrincipals(request) }),
		forAnyone("OurRoles", federatedActions, [`arn:${request.scope.partition}:iam::*:role/*`], {
			StringEquals: ourResources(request),
		}),
	],
	mantle: (request, arns) => [
		forAnyone("InvokeModels", [mantleInferenceAction], arns, {
			StringEquals: { ...ourPrincipals(request), [mantleModelKey]: request.calls.modelIds },
		}),
		...ours("CallWithKey", [mantleKeyAction], ["*"], request),
	],
};

/** Every action that calls of a service come by. The token service's own statements let them through in any case. */
const everyAction: Readonly<Record<AwsService, readonly string[]>> = {
	runtime: ["bedrock:*"],
	control: ["bedrock:*"],
	sts: [],
	mantle: ["bedrock-mantle:*"],
};

/** With private DNS the calls of a whole VPC come by here. */
function everyCall(service: AwsService, request: EndpointPolicyRequest): PolicyStatement[] {
	const actions = everyAction[service];
	return actions.length === 0 ? [] : ours("OurPrincipals", actions, ["*"], request);
}

function assumeRoles({ roles }: EndpointPolicyRequest): PolicyStatement[] {
	const all = (of: (role: AssumedRole) => readonly string[]) => [...new Set(roles.flatMap(of))];
	if (roles.length === 0) return [];
	return [
		forAnyone(
			"AssumeDeploymentRoles",
			all(({ actions }) => actions),
			all(({ arns }) => arns),
		),
	];
}

function withKey(request: EndpointPolicyRequest): PolicyStatement[] {
	if (!request.calls.bearer) return [];
	return ours("CallWithKey", ["bedrock:CallWithBearerToken"], ["*"], request);
}

/** Nothing where there is no resource. */
function ours(
	sid: string,
	actions: readonly string[],
	resources: readonly string[],
	request: EndpointPolicyRequest,
): PolicyStatement[] {
	if (resources.length === 0) return [];
	return [forAnyone(sid, actions, resources, { StringEquals: ourPrincipals(request) })];
}

function forAnyone(
	sid: string,
	actions: readonly string[],
	resources: readonly string[],
	condition?: PolicyCondition,
): PolicyStatement {
	return { ...allow(sid, actions, resources, condition), Principal: "*" };
}

function ourPrincipals({ organizationId, scope }: EndpointPolicyRequest): Readonly<Record<string, string>> {
	return organizationId ? { "aws:PrincipalOrgID": organizationId } : { "aws:PrincipalAccount": scope.accountId };
}

function ourResources({ organizationId, scope }: EndpointPolicyRequest): Readonly<Record<string, string>> {
	return organizationId ? { "aws:ResourceOrgID": organizationId } : { "aws:ResourceAccount": scope.accountId };
}
