import type { Tags } from "../../../cloud/aws-tags.js";
import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { warning } from "../../../problem.js";
import type { PlanPart } from "../../join-plans.js";
import { applicationProfileName, iamName } from "../identity/names.js";
import { applicationProfileReference, settled } from "../late-references.js";
import type { AwsProperties } from "../properties.js";
import type { AwsPrincipal, BedrockRequest } from "../request.js";
import { resource } from "../resource.js";
import type { AwsScope } from "../scope.js";
import { inferenceProfileArn, parseModelArn } from "./arns.js";
import type { ResolvedModel } from "./resolve-models.js";

/** Tag by which a group's costs are told from another's. */
export const costTag = "cowork";
const costTagOf = (deployment: string, group: string) => `${deployment}/${group}`;
/** Shares of a budget at which someone is told. */
const budgetThresholds = [80, 100] as const;

/** Whether a group calls copies of its own. */
export function hasOwnProfiles(
	{ applicationProfiles = {} }: { readonly applicationProfiles?: Readonly<Record<string, unknown>> },
	group: string | undefined,
): group is string {
	return group !== undefined && Object.hasOwn(applicationProfiles, group);
}

/** Id of a group's copy of an inference profile in a plan. */
export function applicationProfileId(group: string, profileId: string): string {
	return `application-profile-${group}.${profileId}`;
}

/**
 * The group's own copies of the profiles that its models are. They cannot be changed: another tag or name makes a new one
 * with another ARN.
 */
export function planApplicationProfiles(
	request: BedrockRequest,
	scope: AwsScope,
	{ group }: AwsPrincipal,
	models: readonly ResolvedModel[],
): PlanPart {
	const { deployment, provision } = request;
	if (!hasOwnProfiles(provision, group)) return {};
	const copied = new Set(models.flatMap(({ id, profileId }) => (isApplicationProfile(id) ? [] : (profileId ?? []))));
	const tags = profileTags(request, group);
	const profiles = [...copied].map((profileId) => {
		const name = applicationProfileName(deployment, group, profileId);
		const properties = {
			name,
			modelSource: { copyFrom: inferenceProfileArn(scope, profileId) },
			tags,
			region: scope.region,
		};
		const id = applicationProfileId(group, profileId);
		return { profileId, profile: resource("AWS::Bedrock::ApplicationInferenceProfile", id, properties, { name }) };
	});
	return {
		resources: profiles.map(({ profile }) => profile),
		late: Object.assign(
			{},
			...profiles.map(({ profileId, profile }) =>
				settled(applicationProfileReference(group, profileId), outputOf(profile, "arn")),
			),
		),
	};
}

/** Tags of a group's profiles. */
export function profileTags({ deployment, provision }: BedrockRequest, group: string): Tags {
	const own = provision.applicationProfiles?.[group]?.tags;
	return { ...provision.tags, ...own, [costTag]: costTagOf(deployment, group) };
}

/** A monthly budget per group, and on request the tag by which costs are told apart, which only the payer activates. */
export function planBudgets(request: BedrockRequest): PlanPart {
	const { provision, groups } = request;
	const budgets = groups.flatMap(({ name }) => plannedBudget(request, name));
	if (budgets.length === 0 || !provision.activateCostAllocationTags) return { resources: budgets };
	const tag = resource(
		"cost allocation tag",
		`cost-allocation-tag.${costTag}`,
		{ tagKey: costTag, status: "Active" },
		// Other deployments may count by the same tag.
		{ name: costTag, kept: true },
	);
	return { resources: [...budgets, tag] };
}

/** What people must know of budgets. */
export function checkBudgets({ provision, groups, at }: BedrockRequest) {
	return groups.flatMap(({ name }) => {
		if (!provision.applicationProfiles?.[name]?.budget || provision.activateCostAllocationTags) return [];
		const message = `counts nothing before ${costTag} is an active cost-allocation tag of the paying account; activate it there, or say activateCostAllocationTags: true where that account deploys`;
		return [warning("cost-tag-inactive", [...at.block, "provision", "applicationProfiles", name, "budget"], message)];
	});
}

function plannedBudget({ deployment, provision }: BedrockRequest, group: string): PlannedResource[] {
	const budget = provision.applicationProfiles?.[group]?.budget;
	if (!budget) return [];
	const name = iamName({ deployment, group });
	const properties = {
		name,
		budgetType: "COST",
		timeUnit: "MONTHLY",
		limitAmount: String(budget.monthlyUsd),
		limitUnit: "USD",
		costFilters: [{ name: "TagKeyValue", values: [`user:${costTag}$${costTagOf(deployment, group)}`] }],
		notifications: budgetThresholds.map((threshold) => ({
			comparisonOperator: "GREATER_THAN",
			notificationType: "ACTUAL",
			threshold,
			thresholdType: "PERCENTAGE",
			subscriberEmailAddresses: [budget.email],
		})),
		tags: provision.tags ?? {},
	} satisfies AwsProperties["AWS::Budgets::Budget"];
	return [resource("AWS::Budgets::Budget", `budget-${group}`, properties, { name })];
}

function isApplicationProfile(id: string): boolean {
	return parseModelArn(id)?.kind === "application-inference-profile";
}
