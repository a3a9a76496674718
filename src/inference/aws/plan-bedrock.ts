import { DeploymentError, error, type Problem } from "../../problem.js";
import { costTag, planApplicationProfiles, planBudgets } from "./application-profiles.js";
import { tableNote } from "./destinations.js";
import { type EndpointRoute, endpointNotes, planEndpoints, privateHosts } from "./endpoints.js";
import { hasKey } from "./identity.js";
import type { AwsPlan } from "./plan.js";
import { identityNotes, planIdentities, type Refuse } from "./plan-identities.js";
import { inEveryRegion, inferencePolicy, invokedArns, readModelArns } from "./policy.js";
import type { BedrockProvision } from "./provision.js";
import { type AwsRequest, modelsPath, ownersOf, placeOf } from "./request.js";
import { type ResolvedModel, resolveModels } from "./resolve-models.js";
import { awsSignIns, bearerOf } from "./sign-ins.js";

export type BedrockRequest<Late = string> = AwsRequest<BedrockProvision<Late>>;

export const bedrockEndpoints: EndpointRoute = { service: "runtime", services: ["runtime", "control"], suffix: "" };

/**
 * Everything that a deployment on Bedrock places in AWS.
 *
 * @throws DeploymentError where no plan is possible; `checkBedrockProvision` says beforehand why
 */
export function planBedrock<Late>(request: BedrockRequest<Late>): AwsPlan<Late> {
	const { plan, problems } = draftBedrock(request);
	if (problems.length > 0) throw new DeploymentError(problems);
	return plan;
}

/** The plan as far as it goes, and what stands in its way, with paths from the deployment's root. */
export function draftBedrock<Late>(request: BedrockRequest<Late>): { plan: AwsPlan<Late>; problems: Problem[] } {
	const { region, provision } = request;
	const place = placeOf(request);
	const signIn = awsSignIns[request.signIn];
	const problems: Problem[] = [];
	const refuse: Refuse = (wrong, ...member) =>
		problems.push(error([...request.at.block, "provision", ...member], wrong));

	const owners = ownersOf(request);
	const models = new Map(
		owners.map((owner) => {
			const { resolved, unresolved } = resolveModels(owner.models, place, provision, owner.group);
			for (const { index, wrong } of unresolved) problems.push(error([...modelsPath(request, owner), index], wrong));
			return [owner, resolved];
		}),
	);
	const modelsOf = (owner: (typeof owners)[number]) => models.get(owner) ?? [];
	const identities = planIdentities(
		request,
		owners,
		(owner, limit) => {
			const bearer = signIn && bearerOf(signIn, provision, hasKey(owner));
			const discovery = signIn?.discovery ?? false;
			return inferencePolicy({ place, models: modelsOf(owner), discovery, limit, ...(bearer && { bearer }) });
		},
		refuse,
	);

	const all = owners.flatMap(modelsOf);
	const calls = {
		arns: invokedArns(place, all),
		compactArns: invokedArns(place, all, inEveryRegion),
		readArns: [...new Set([...all.flatMap(({ profileArns }) => profileArns), ...readModelArns(place, all)])],
		modelIds: [],
		bearer: signIn?.bearer !== undefined,
	};
	const endpoints = planEndpoints(request, bedrockEndpoints, identities, calls, refuse);
	const budgets = planBudgets(request);
	const plan: AwsPlan<Late> = {
		partition: place.partition,
		region,
		accountId: place.accountId,
		tags: { ...provision.tags },
		identities,
		applicationProfiles: owners.flatMap((owner) =>
			planApplicationProfiles(request, place, owner.group, modelsOf(owner)),
		),
		budgets,
		...endpoints,
		notes: [
			...destinationNotes(all),
			...identityNotes(request.signIn, identities),
			...(endpoints.endpoints ? endpointNotes(endpoints.endpoints) : []),
			...(budgets.length > 0
				? [`a budget counts nothing before ${costTag} is an active cost-allocation tag of the paying account`]
				: []),
		],
	};
	return { plan, problems };
}

/** Public hosts that leave the perimeter because private endpoints serve them. */
export function bedrockPrivateHosts(request: BedrockRequest<unknown>): string[] {
	return privateHosts(request, bedrockEndpoints);
}

function destinationNotes(models: readonly ResolvedModel[]): string[] {
	const fromTable = models.flatMap(({ source, profileId }) => (source === "table" ? (profileId ?? []) : []));
	return fromTable.length > 0 ? [tableNote([...new Set(fromTable)].sort())] : [];
}
