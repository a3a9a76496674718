import { DeploymentError, error, type Problem } from "../../problem.js";
import type { EndpointCalls } from "./endpoints/endpoint-policy.js";
import { type EndpointRoute, endpointNotes, planEndpoints } from "./endpoints/endpoints.js";
import type { IdentityProvision } from "./identity/identity.js";
import type { AwsPlan } from "./plan.js";
import { identityNotes, planIdentities, type Refuse } from "./plan-identities.js";
import type { PolicyDocument } from "./policy/policy-document.js";
import type { AwsProvision } from "./provision.js";
import { type AwsRequest, type Owner, placeOf } from "./request.js";

/** A plan as far as it goes, and what stands in its way, with paths from the deployment's root. */
export interface Draft<Late> {
	readonly plan: AwsPlan<Late>;
	readonly problems: readonly Problem[];
}

/** What one of Bedrock's front doors takes its callers for. */
interface FrontDoor {
	readonly endpoints: EndpointRoute;
	readonly calls: EndpointCalls;
	/** The policy of an owner; as text, why there is none. */
	permit(owner: Owner, limit: number): PolicyDocument | string;
}

/** What every plan has: who people sign in as and how they get there. */
export function draft<Late>(
	request: AwsRequest<AwsProvision<Late> & IdentityProvision<Late>>,
	owners: readonly Owner[],
	{ endpoints: route, calls, permit }: FrontDoor,
): Draft<Late> {
	const problems: Problem[] = [];
	const refuse: Refuse = (wrong, ...member) =>
		problems.push(error("not-possible", [...request.at.block, "provision", ...member], wrong));
	const identities = planIdentities(request, owners, permit, refuse);
	const endpoints = planEndpoints(request, route, identities, calls, refuse);
	const plan: AwsPlan<Late> = {
		...placeOf(request),
		tags: { ...request.provision.tags },
		identities,
		applicationProfiles: [],
		budgets: [],
		...endpoints,
		notes: [
			...identityNotes(request.signIn, identities),
			...(endpoints.endpoints ? endpointNotes(endpoints.endpoints) : []),
		],
	};
	return { plan, problems };
}

/** @throws DeploymentError with what stands in the plan's way */
export function complete<Late>({ plan, problems }: Draft<Late>): AwsPlan<Late> {
	if (problems.length > 0) throw new DeploymentError(problems);
	return plan;
}
