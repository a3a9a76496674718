import { below, type Problem } from "../../problem.js";
import type { AnsweredModel } from "../cloud-plan.js";
import type { PlanPart } from "../join-plans.js";
import { checkBedrock } from "./check-bedrock.js";
import { bedrockEndpoints } from "./endpoints/endpoint-route.js";
import { awsSignIns, bearerOf } from "./identity/sign-ins.js";
import { planApplicationProfiles, planBudgets } from "./models/application-profiles.js";
import { checkAgreements } from "./models/check-agreements.js";
import { checkTableRegion } from "./models/check-region.js";
import { tableDate } from "./models/destinations-table.js";
import { modelSettings } from "./models/model-settings.js";
import { type ModelsOf, type ResolvedModel, resolveModels } from "./models/resolve-models.js";
import { type AwsPlan, planAws } from "./plan-aws.js";
import { inferencePolicy, invokedArns, readModelArns, readProfileArns } from "./policy/inference-policy.js";
import type { BedrockProvision } from "./provision.js";
import { type AwsPrincipal, awsPrincipals, type BedrockRequest, scopeOf } from "./request.js";

/** Everything that a deployment on Bedrock creates in AWS. */
export function planBedrock(request: BedrockRequest): AwsPlan {
	const { provision, signIn } = request;
	const scope = scopeOf(request);
	const { discovery, bearer } = awsSignIns[signIn];
	const principals = awsPrincipals(request);
	const unresolvable: Problem[] = [];
	const models = new Map<AwsPrincipal, readonly ResolvedModel[]>();
	for (const principal of principals) {
		const { resolved, problems } = resolveModels(principal, scope, provision);
		models.set(principal, resolved);
		unresolvable.push(...problems.map((problem) => below(principal.modelsAt, problem)));
	}
	const modelsOf: ModelsOf = (principal) => models.get(principal) ?? [];
	const all = principals.flatMap(modelsOf);
	const called = all.flatMap(({ modelId }) => modelId ?? []);
	const endpoints = bedrockEndpoints(discovery || readProfileArns(all).length > 0);
	// Only who bounds the regions wants calls refused that AWS routes to a new one.
	const bounded = provision.residency !== undefined;
	const isElsewhere = provision.destinations === undefined && checkTableRegion(request.region, "error").length > 0;
	return planAws(request, principals, {
		endpoints,
		calls: {
			arns: invokedArns(scope, all, bounded),
			compactArns: invokedArns(scope, all),
			readArns: [...readProfileArns(all), ...(discovery ? readModelArns(scope, all) : [])],
			countedArns: provision.countTokens ? readModelArns(scope, all) : [],
			discovery,
			modelIds: [],
			bearer: bearer !== undefined,
		},
		permit(principal, limit) {
			const key = bearerOf(signIn, provision, principal);
			return inferencePolicy({
				scope,
				models: modelsOf(principal),
				discovery,
				countTokens: provision.countTokens ?? false,
				bounded,
				limit,
				...(key && { bearer: key }),
			});
		},
		before: principals.map((principal) => planApplicationProfiles(request, scope, principal, modelsOf(principal))),
		after: [
			{ answers: answersOf(all) },
			planBudgets(request),
			...principals.map((principal) => listedModels(provision, principal)),
		],
		// Where the region is none, no profile of it is known either.
		problems: [
			...checkBedrock(request, principals, endpoints, modelsOf),
			...(isElsewhere ? [] : unresolvable),
			...checkAgreements(called, provision.agreements, request.at.block),
		],
	});
}

/** What the profiles of a principal's people list, where provisioning knows more of it. */
function listedModels(provision: BedrockProvision, principal: AwsPrincipal): PlanPart {
	const settings = modelSettings(provision, principal);
	return { settings: Object.fromEntries(principal.groups.map(({ name }) => [name, settings])) };
}

const words: Readonly<Record<ResolvedModel["source"], string>> = {
	given: "provision.destinations or provision.copiedFrom",
	provisioned: "the capacity's own region",
	table: `a table of ${tableDate}`,
};

function answersOf(models: readonly ResolvedModel[]): AnsweredModel[] {
	return models.map(({ id, profileId, regions, source }) => ({
		model: profileId ?? id,
		regions: regions === "anywhere" ? regions : [...regions],
		saidBy: words[source],
	}));
}
