import type { AwsPlace } from "./arns.js";
import { invokeActions, listActions } from "./policy.js";
import {
	allow,
	type PolicyCondition,
	type PolicyDocument,
	type PolicyStatement,
	policy,
	policyLimits,
	policySize,
} from "./policy-document.js";
import type { EndpointService } from "./provision.js";

export interface EndpointPolicyRequest {
	readonly place: AwsPlace;
	/** Whose principals may use the endpoint. @default - the account's */
	readonly organizationId?: string;
	/** ARNs that calls are held against: profiles and the models behind them, or Mantle projects. */
	readonly arns: readonly string[];
	/** The same with a wildcard for regions, for when the former are too many. */
	readonly compactArns: readonly string[];
	/** ARNs of the roles that are assumed with a token. */
	readonly roleArns: readonly string[];
	/** Whether people call with keys. */
	readonly bearer: boolean;
}

/**
 * Policy of an interface endpoint, which opens everything unless it says less; as text, why that is impossible. Calls
 * are held against it in the endpoint's own region.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html
 */
export function endpointPolicy(service: EndpointService, request: EndpointPolicyRequest): PolicyDocument | string {
	const exact = policy(statements[service](request, request.arns));
	if (policySize(exact) <= policyLimits.endpoint) return exact;
	const compact = policy(statements[service](request, request.compactArns));
	const size = policySize(compact);
	if (size <= policyLimits.endpoint) return compact;
	return `needs an endpoint policy of ${size} characters, and AWS takes ${policyLimits.endpoint}; list fewer models`;
}

type Statements = (request: EndpointPolicyRequest, arns: readonly string[]) => PolicyStatement[];

const statements: Readonly<Record<EndpointService, Statements>> = {
	runtime: (request, arns) => [
		forAnyone("InvokeModels", invokeActions, arns, ours(request)),
		...(request.bearer ? [forAnyone("CallWithKey", ["bedrock:CallWithBearerToken"], ["*"], ours(request))] : []),
	],
	control: (request, arns) => [
		forAnyone("ListModels", listActions, ["*"], ours(request)),
		forAnyone("ReadModels", ["bedrock:GetFoundationModel", "bedrock:GetInferenceProfile"], arns, ours(request)),
		...(request.bearer ? [forAnyone("CallWithKey", ["bedrock:CallWithBearerToken"], ["*"], ours(request))] : []),
	],
	sts: (request) => [
		forAnyone("WhoAmI", ["sts:GetCallerIdentity"], ["*"], ours(request)),
		// Whoever brings a token has no principal yet, so that only the role bounds the call.
		...(request.roleArns.length > 0
			? [forAnyone("AssumeWithToken", ["sts:AssumeRoleWithWebIdentity"], request.roleArns)]
			: []),
	],
	mantle: (request, arns) => [
		forAnyone("InvokeModels", ["bedrock-mantle:CreateInference"], arns, ours(request)),
		forAnyone("CallWithKey", ["bedrock-mantle:CallWithBearerToken"], ["*"], ours(request)),
	],
};

function forAnyone(
	sid: string,
	actions: readonly string[],
	resources: readonly string[],
	condition?: PolicyCondition,
): PolicyStatement {
	return { ...allow(sid, actions, resources, condition), Principal: "*" };
}

function ours({ organizationId, place }: EndpointPolicyRequest): PolicyCondition {
	return {
		StringEquals: organizationId
			? { "aws:PrincipalOrgID": organizationId }
			: { "aws:PrincipalAccount": place.accountId },
	};
}
