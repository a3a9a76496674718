import { error, type Problem } from "../../problem.js";
import { complete, type Draft, draft } from "./draft.js";
import { type EndpointRoute, privateHosts } from "./endpoints/endpoints.js";
import { hasKey } from "./identity/identity.js";
import { awsSignIns, bearerOf } from "./identity/sign-ins.js";
import { costTag, planApplicationProfiles, planBudgets } from "./models/application-profiles.js";
import { tableNote } from "./models/destinations.js";
import { type ResolvedModel, resolveModels } from "./models/resolve-models.js";
import type { AwsPlan } from "./plan.js";
import { inEveryRegion, inferencePolicy, invokedArns, readModelArns } from "./policy/inference-policy.js";
import type { BedrockProvision } from "./provision.js";
import { type AwsRequest, modelsPath, type Owner, ownersOf, placeOf } from "./request.js";

export type BedrockRequest<Late = string> = AwsRequest<BedrockProvision<Late>>;

export const bedrockEndpoints: EndpointRoute = { service: "runtime", services: ["runtime", "control"], suffix: "" };

/**
 * Everything that a deployment on Bedrock places in AWS.
 *
 * @throws DeploymentError where no plan is possible; `checkBedrockProvision` says beforehand why
 */
export function planBedrock<Late>(request: BedrockRequest<Late>): AwsPlan<Late> {
	return complete(draftBedrock(request));
}

export function draftBedrock<Late>(request: BedrockRequest<Late>): Draft<Late> {
	const { provision } = request;
	const place = placeOf(request);
	const signIn = awsSignIns[request.signIn];
	const unresolvable: Problem[] = [];
	const owners = ownersOf(request);
	const models = new Map(
		owners.map((owner) => {
			const { resolved, unresolved } = resolveModels(owner.models, place, provision, owner.group);
			for (const { index, wrong } of unresolved) {
				unresolvable.push(error("model-without-policy", [...modelsPath(request, owner), index], wrong));
			}
			return [owner, resolved];
		}),
	);
	const modelsOf = (owner: Owner) => models.get(owner) ?? [];
	const all = owners.flatMap(modelsOf);
	const { plan, problems } = draft(request, owners, {
		endpoints: bedrockEndpoints,
		calls: {
			arns: invokedArns(place, all),
			compactArns: invokedArns(place, all, inEveryRegion),
			readArns: [...new Set([...all.flatMap(({ profileArns }) => profileArns), ...readModelArns(place, all)])],
			modelIds: [],
			bearer: signIn?.bearer !== undefined,
		},
		permit(owner, limit) {
			const bearer = signIn && bearerOf(signIn, provision, hasKey(owner));
			const discovery = signIn?.discovery ?? false;
			return inferencePolicy({ place, models: modelsOf(owner), discovery, limit, ...(bearer && { bearer }) });
		},
	});
	const budgets = planBudgets(request);
	const applicationProfiles = owners.flatMap((owner) =>
		planApplicationProfiles(request, place, owner.group, modelsOf(owner)),
	);
	const notes = [...destinationNotes(all), ...plan.notes, ...budgetNotes(budgets)];
	return { plan: { ...plan, applicationProfiles, budgets, notes }, problems: [...unresolvable, ...problems] };
}

/** Public hosts that leave the perimeter because private endpoints serve them. */
export function bedrockPrivateHosts(request: BedrockRequest<unknown>): string[] {
	return privateHosts(request, bedrockEndpoints);
}

function destinationNotes(models: readonly ResolvedModel[]): string[] {
	const fromTable = models.flatMap(({ source, profileId }) => (source === "table" ? (profileId ?? []) : []));
	return fromTable.length > 0 ? [tableNote([...new Set(fromTable)].sort())] : [];
}

function budgetNotes(budgets: readonly unknown[]): string[] {
	if (budgets.length === 0) return [];
	return [`a budget counts nothing before ${costTag} is an active cost-allocation tag of the paying account`];
}
