import { DeploymentError, error, type Problem } from "../../problem.js";
import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import { mantleProjectArn } from "./arns.js";
import { type EndpointRoute, endpointNotes, planEndpoints, privateHosts } from "./endpoints.js";
import { hasKey } from "./identity.js";
import { mantleEventSelectors, mantlePolicy } from "./mantle-policy.js";
import type { AwsPlan } from "./plan.js";
import { identityNotes, planIdentities, type Refuse } from "./plan-identities.js";
import type { MantleProvision } from "./provision.js";
import { type AwsRequest, type Owner, ownersOf, placeOf } from "./request.js";
import { awsSignIns, bearerOf } from "./sign-ins.js";

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
	const { plan, problems } = draftMantle(request);
	if (problems.length > 0) throw new DeploymentError(problems);
	return plan;
}

/** The plan as far as it goes, and what stands in its way, with paths from the deployment's root. */
export function draftMantle<Late>(request: MantleRequest<Late>): { plan: AwsPlan<Late>; problems: Problem[] } {
	const { region, provision } = request;
	const place = placeOf(request);
	const signIn = awsSignIns[request.signIn];
	const projectId = provision.projectId ?? "default";
	const problems: Problem[] = [];
	const refuse: Refuse = (wrong, ...member) =>
		problems.push(error([...request.at.block, "provision", ...member], wrong));

	const owners = ownersOf(request);
	const identities = planIdentities(
		request,
		owners,
		(owner, limit) => {
			const bearer = (signIn && bearerOf(signIn, provision, hasKey(owner))) ?? "any";
			return mantlePolicy({ place, projectId, modelIds: modelIdsOf(owner), bearer, limit });
		},
		refuse,
	);

	const arns = [mantleProjectArn(place, projectId)];
	const modelIds = [...new Set(owners.flatMap(modelIdsOf))];
	const calls = { arns, compactArns: arns, readArns: [], modelIds, bearer: true };
	const endpoints = planEndpoints(request, mantleEndpoints, identities, calls, refuse);
	const { audit } = provision;
	const plan: AwsPlan<Late> = {
		partition: place.partition,
		region,
		accountId: place.accountId,
		tags: { ...provision.tags },
		identities,
		applicationProfiles: [],
		budgets: [],
		...endpoints,
		...(audit && {
			eventDataStore: {
				retentionDays: audit.retentionDays ?? defaultRetentionDays,
				advancedEventSelectors: mantleEventSelectors,
			},
		}),
		notes: [
			...identityNotes(request.signIn, identities),
			...(endpoints.endpoints ? endpointNotes(endpoints.endpoints) : []),
		],
	};
	return { plan, problems };
}

/** Public hosts that leave the perimeter because private endpoints serve them. */
export function mantlePrivateHosts(request: MantleRequest<unknown>): string[] {
	return privateHosts(request, mantleEndpoints);
}

function modelIdsOf({ models }: Owner): string[] {
	return listedModels(models).map(({ id }) => bareModelId(id));
}
