import { applicationProfileName, iamName } from "../identity/names.js";
import { late } from "../late-text.js";
import type { ApplicationProfilePlan, BudgetPlan } from "../plan.js";
import type { BedrockProvision } from "../provision.js";
import type { AwsRequest } from "../request.js";
import { type AwsPlace, inferenceProfileArn } from "./arns.js";
import type { ResolvedModel } from "./resolve-models.js";

/** Tag by which a group's costs are told from another's. */
export const costTag = "cowork";
const costTagOf = (deployment: string, group: string) => `${deployment}/${group}`;
/** Shares of a budget at which someone is told. */
const budgetThresholds = [80, 100] as const;

/** The group's own copies of the profiles that its models are. */
export function planApplicationProfiles(
	{ deployment, provision }: AwsRequest<BedrockProvision<unknown>>,
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
		tags: { ...provision.tags, ...asked.tags, [costTag]: costTagOf(deployment, group) },
		late: late.applicationProfile(group, profileId),
	}));
}

export function planBudgets({ deployment, provision, groups }: AwsRequest<BedrockProvision<unknown>>): BudgetPlan[] {
	return groups.flatMap(({ name: group }) => {
		const budget = provision.applicationProfiles?.[group]?.budget;
		if (!budget) return [];
		const tag = { key: costTag, value: costTagOf(deployment, group) };
		return [{ group, name: iamName({ deployment, group }), ...budget, tag, thresholdPercents: budgetThresholds }];
	});
}

function isApplicationProfile(id: string): boolean {
	return id.includes(":application-inference-profile/");
}
