import { DeploymentError, error, type Problem } from "../../problem.js";
import { type AwsPlace, foundationModelArn, inferenceProfileArn } from "./arns.js";
import { tableNote } from "./destinations.js";
import { hostsServed, planEndpoints } from "./endpoints.js";
import { hasKey } from "./identity.js";
import { late } from "./late-text.js";
import { applicationProfileName, iamName } from "./names.js";
import type { ApplicationProfilePlan, AwsPlan, BudgetPlan, IdentityPlan } from "./plan.js";
import { inferencePolicy, invokedArns } from "./policy.js";
import { policyLimits } from "./policy-document.js";
import type { BedrockProvision, EndpointService } from "./provision.js";
import { type AwsRequest, modelsPath, ownersOf, placeOf } from "./request.js";
import { type ResolvedModel, resolveModels } from "./resolve-models.js";
import { awsSignIns, bearerOf, defaultServices, identityOf } from "./sign-ins.js";

export type BedrockRequest<Late = string> = AwsRequest<BedrockProvision<Late>>;

/** Tag by which a group's costs are told from another's. */
const costTag = "cowork";
/** Shares of a budget at which someone is told. */
const budgetThresholds = [80, 100] as const;

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
	const { deployment, region, provision } = request;
	const place = placeOf(request);
	const signIn = awsSignIns[request.signIn];
	const problems: Problem[] = [];
	const refuse = (wrong: string) => problems.push(error([...request.at.block, "provision"], wrong));

	const owners = ownersOf(request).map((owner) => {
		const { resolved, unresolved } = resolveModels(owner.models, place, provision, owner.group);
		for (const { index, wrong } of unresolved) problems.push(error([...modelsPath(request, owner), index], wrong));
		return { owner, models: resolved };
	});
	const identities = owners.flatMap(({ owner, models }): IdentityPlan<Late>[] => {
		if (!signIn) return [];
		const bearer = bearerOf(signIn, provision, hasKey(owner));
		return [
			identityOf(signIn, {
				deployment,
				owner,
				provision,
				policy(kind, name) {
					const limit = kind === "managed" ? policyLimits.managed : policyLimits.inlineRole;
					const document = inferencePolicy({
						place,
						models,
						discovery: signIn.discovery,
						limit,
						...(bearer && { bearer }),
					});
					if (typeof document !== "string") return { kind, name, document };
					refuse(document);
					return { kind, name, document: { Version: "2012-10-17", Statement: [] } };
				},
			}),
		];
	});

	const tags = { ...provision.tags };
	const profiles = owners.flatMap(({ owner, models }) => profilesOf(request, place, owner.group, models));
	const all = owners.flatMap(({ models }) => models);
	const endpoints =
		provision.privateEndpoints &&
		planEndpoints(
			provision.privateEndpoints,
			bedrockServices(request),
			{ service: "runtime", suffix: "" },
			{
				place,
				...(provision.privateEndpoints.organizationId && {
					organizationId: provision.privateEndpoints.organizationId,
				}),
				arns: invokedArns(place, all),
				compactArns: compactArns(place, all),
				roleArns: roleArns(place, identities),
				bearer: signIn?.bearer !== undefined,
			},
			refuse,
		);
	const plan: AwsPlan<Late> = {
		partition: place.partition,
		region,
		accountId: place.accountId,
		tags,
		identities,
		applicationProfiles: profiles,
		budgets: budgetsOf(request),
		...(endpoints && { endpoints }),
		notes: notesOf(request, all, identities),
	};
	return { plan, problems };
}

/** Services that people call privately where endpoints are asked for. */
export function bedrockServices({ provision, signIn }: BedrockRequest<unknown>): readonly EndpointService[] {
	const way = awsSignIns[signIn];
	return provision.privateEndpoints?.services ?? (way ? defaultServices(way, ["runtime", "control"]) : []);
}

/** Public hosts that leave the perimeter because private endpoints serve them. */
export function bedrockPrivateHosts(request: BedrockRequest<unknown>): string[] {
	const { privateEndpoints } = request.provision;
	return privateEndpoints ? hostsServed(privateEndpoints, bedrockServices(request), request.region) : [];
}

/** Roles that are assumed with a token. */
export function roleArns(place: AwsPlace, identities: readonly IdentityPlan<unknown>[]): string[] {
	return identities.flatMap((identity) =>
		identity.kind === "web-identity-role"
			? [`arn:${place.partition}:iam::${place.accountId}:role/${identity.name}`]
			: [],
	);
}

function compactArns(place: AwsPlace, models: readonly ResolvedModel[]): string[] {
	const arns = models.flatMap(({ profileArns, modelId, destinations }) => [
		...profileArns,
		...(modelId === undefined ? [] : [foundationModelArn(place.partition, "*", modelId)]),
		...(modelId !== undefined && destinations === "anywhere" ? [foundationModelArn(place.partition, "", modelId)] : []),
	]);
	return [...new Set(arns)];
}

function profilesOf(
	{ deployment, provision }: BedrockRequest<unknown>,
	place: AwsPlace,
	group: string | undefined,
	models: readonly ResolvedModel[],
): ApplicationProfilePlan[] {
	const asked = group === undefined ? undefined : provision.applicationProfiles?.[group];
	if (!asked || group === undefined) return [];
	const copied = new Set(models.flatMap(({ id, profileId }) => (isApplicationProfile(id) ? [] : (profileId ?? []))));
	return [...copied].map((profileId) => ({
		group,
		profileId,
		name: applicationProfileName(deployment, group, profileId),
		copyFrom: inferenceProfileArn(place, profileId),
		tags: { ...provision.tags, ...asked.tags, [costTag]: `${deployment}/${group}` },
		late: late.applicationProfile(group, profileId),
	}));
}

function isApplicationProfile(id: string): boolean {
	return id.includes(":application-inference-profile/");
}

function budgetsOf({ deployment, provision, groups }: BedrockRequest<unknown>): BudgetPlan[] {
	return groups.flatMap(({ name: group }) => {
		const budget = provision.applicationProfiles?.[group]?.budget;
		if (!budget) return [];
		const tag = { key: costTag, value: `${deployment}/${group}` };
		return [{ group, name: iamName({ deployment, group }), ...budget, tag, thresholdPercents: budgetThresholds }];
	});
}

function notesOf(
	request: BedrockRequest<unknown>,
	models: readonly ResolvedModel[],
	identities: readonly IdentityPlan<unknown>[],
): string[] {
	const fromTable = models.flatMap(({ source, profileId }) => (source === "table" ? (profileId ?? []) : []));
	const notes = fromTable.length > 0 ? [tableNote([...new Set(fromTable)].sort())] : [];
	for (const identity of identities) {
		const note = awsSignIns[request.signIn]?.note?.(identity);
		if (note !== undefined) notes.push(note);
		if (identity.kind !== "policy-only") continue;
		notes.push(
			`policy ${identity.policy.name} has to be attached to whatever the people of ${identity.groups.join(", ")} call as`,
		);
	}
	if (budgetsOf(request).length > 0) {
		notes.push(`a budget counts nothing before ${costTag} is an active cost-allocation tag of the paying account`);
	}
	return notes;
}
