import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import { complete, type Draft, draft } from "./draft.js";
import { type EndpointRoute, privateHosts } from "./endpoints/endpoints.js";
import { hasKey } from "./identity/identity.js";
import { awsSignIns, bearerOf } from "./identity/sign-ins.js";
import { mantleProjectArn } from "./models/arns.js";
import type { AwsPlan } from "./plan.js";
import { mantleEventSelectors, mantlePolicy } from "./policy/mantle-policy.js";
import type { MantleProvision } from "./provision.js";
import { type AwsRequest, type Owner, ownersOf, placeOf } from "./request.js";

export type MantleRequest<Late = string> = AwsRequest<MantleProvision<Late>>;

export const mantleEndpoints: EndpointRoute = { service: "mantle", services: ["mantle"], suffix: "/anthropic" };

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateEventDataStore.html */
const defaultRetentionDays = 366;

/**
 * Everything that a deployment on Mantle places in AWS.
 *
 * @throws DeploymentError where no plan is possible; `checkMantleProvision` says beforehand why
 */
export function planMantle<Late>(request: MantleRequest<Late>): AwsPlan<Late> {
	return complete(draftMantle(request));
}

export function draftMantle<Late>(request: MantleRequest<Late>): Draft<Late> {
	const { provision } = request;
	const place = placeOf(request);
	const signIn = awsSignIns[request.signIn];
	const projectId = provision.projectId ?? "default";
	const owners = ownersOf(request);
	const arns = [mantleProjectArn(place, projectId)];
	const modelIds = [...new Set(owners.flatMap(modelIdsOf))];
	const { plan, problems } = draft(request, owners, {
		endpoints: mantleEndpoints,
		calls: { arns, compactArns: arns, readArns: [], modelIds, bearer: true },
		permit(owner, limit) {
			const bearer = (signIn && bearerOf(signIn, provision, hasKey(owner))) ?? "any";
			return mantlePolicy({ place, projectId, modelIds: modelIdsOf(owner), bearer, limit });
		},
	});
	if (!provision.audit) return { plan, problems };
	const { retentionDays = defaultRetentionDays } = provision.audit;
	return {
		plan: { ...plan, eventDataStore: { retentionDays, advancedEventSelectors: mantleEventSelectors } },
		problems,
	};
}

/** Public hosts that leave the perimeter because private endpoints serve them. */
export function mantlePrivateHosts(request: MantleRequest<unknown>): string[] {
	return privateHosts(request, mantleEndpoints);
}

function modelIdsOf({ models }: Owner): string[] {
	return listedModels(models).map(({ id }) => bareModelId(id));
}
