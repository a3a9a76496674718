import type { AnsweredModel } from "../cloud-plan.js";
import type { PlanPart } from "../join-plans.js";
import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import { checkMantle } from "./check-mantle.js";
import { mantleEndpoints } from "./endpoints/endpoint-route.js";
import { bearerOf } from "./identity/sign-ins.js";
import { regionOfCalls } from "./models/answering.js";
import { mantleProjectArn } from "./models/arns.js";
import { checkAgreements } from "./models/check-agreements.js";
import { type AwsPlan, planAws } from "./plan-aws.js";
import { mantleEventSelectors, mantlePolicy } from "./policy/mantle-policy.js";
import { type AwsPrincipal, awsPrincipals, type MantleRequest, scopeOf } from "./request.js";
import { resource } from "./resource.js";

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateEventDataStore.html */
const defaultRetentionDays = 366;

/** Everything that a deployment on Mantle creates in AWS. */
export function planMantle(request: MantleRequest): AwsPlan {
	const { provision, signIn } = request;
	const scope = scopeOf(request);
	const projectId = provision.projectId ?? "default";
	const principals = awsPrincipals(request);
	const modelIds = [...new Set(principals.flatMap(modelIdsOf))];
	const arns = [mantleProjectArn(scope, projectId)];
	return planAws(request, principals, {
		endpoints: mantleEndpoints,
		calls: {
			arns,
			compactArns: arns,
			readArns: [],
			countedArns: [],
			discovery: false,
			modelIds,
			bearer: true,
		},
		permit(principal, limit) {
			const bearer = bearerOf(signIn, provision, principal) ?? "any";
			return mantlePolicy({ scope, projectId, modelIds: modelIdsOf(principal), bearer, limit });
		},
		before: [],
		after: [{ answers: modelIds.map((model) => answeredIn(model, request.region)) }, plannedAudit(request)],
		problems: [
			...checkMantle(request, principals),
			...checkAgreements(modelIds, provision.agreements, request.at.block),
		],
	});
}

/** Mantle has no profiles that lead elsewhere. */
function answeredIn(model: string, region: string): AnsweredModel {
	return { model, regions: [region], saidBy: regionOfCalls };
}

function modelIdsOf({ models }: AwsPrincipal): string[] {
	return listedModels(models).map(({ id }) => bareModelId(id));
}

/**
 * Records of calls, which stay when their deployment goes: AWS protects them against deletion until somebody switches
 * that off. The store has the name that Pulumi makes up, different every time, so that the one that stays is never in the
 * way of the next.
 */
function plannedAudit({ provision: { audit, tags = {} }, region }: MantleRequest): PlanPart {
	if (!audit) return {};
	const properties = {
		retentionPeriod: audit.retentionDays ?? defaultRetentionDays,
		multiRegionEnabled: false,
		advancedEventSelectors: mantleEventSelectors,
		tags,
		region,
	} as const;
	return {
		resources: [resource("AWS::CloudTrail::EventDataStore", "event-data-store", properties, { kept: true })],
	};
}
