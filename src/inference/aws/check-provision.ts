import { suggestName } from "../../nearest-name.js";
import { distinctProblems, error, type Problem, warning } from "../../problem.js";
import { checkEndpoints } from "./endpoints/check-endpoints.js";
import { checkIdentity } from "./identity/check-identity.js";
import { checkDestinations } from "./models/check-destinations.js";
import { checkDataRetention } from "./models/data-retention.js";
import { unknownRegion } from "./models/destinations.js";
import { withCopied } from "./models/resolve-models.js";
import { type BedrockRequest, bedrockEndpoints, draftBedrock } from "./plan-bedrock.js";
import { draftMantle, type MantleRequest, mantleEndpoints } from "./plan-mantle.js";
import { partitionOf } from "./region.js";
import { type AwsRequest, modelsPath, ownersOf } from "./request.js";

/** What is wrong with what a deployment on Bedrock asks AWS for; `provision` fits its schema. */
export function checkBedrockProvision(request: BedrockRequest<unknown>): Problem[] {
	const { provision, region } = request;
	const unknown = provision.destinations === undefined ? regionProblem(request) : undefined;
	const regionProblems =
		unknown === undefined ? [] : [error("unknown-region", [...request.at.block, "region"], unknown)];
	const acknowledged = provision.dataRetention !== undefined;
	const problems = [
		...regionProblems,
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkApplicationProfiles(request),
		...checkEndpoints(request, bedrockEndpoints),
		...ownersOf(request).flatMap((owner) => {
			const models = withCopied(owner.models, provision);
			return checkDataRetention("bedrock", region, models, acknowledged, modelsPath(request, owner));
		}),
		...checkDestinations(request),
	];
	// Where the region is none, no profile of it is known either.
	return distinctProblems(regionProblems.length > 0 ? problems : [...problems, ...draftBedrock(request).problems]);
}

/** What is wrong with what a deployment on Mantle asks AWS for; `provision` fits its schema. */
export function checkMantleProvision(request: MantleRequest<unknown>): Problem[] {
	const acknowledged = request.provision.dataRetention !== undefined;
	// The table is of inference profiles, which Mantle has none of: it may well be in a region that the table has not.
	const unknown = regionProblem(request);
	// Groups that share a list share its problems.
	return distinctProblems([
		...(unknown === undefined ? [] : [warning("unknown-region", [...request.at.block, "region"], unknown)]),
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkEndpoints(request, mantleEndpoints),
		...ownersOf(request).flatMap((owner) =>
			checkDataRetention("mantle", request.region, owner.models, acknowledged, modelsPath(request, owner)),
		),
		...draftMantle(request).problems,
	]);
}

function regionProblem({ region }: AwsRequest<unknown>): string | undefined {
	return partitionOf(region) ? unknownRegion(region) : undefined;
}

function checkModelsGiven(request: BedrockRequest<unknown> | MantleRequest<unknown>): Problem[] {
	if (request.models !== undefined || request.groups.every(({ models }) => models !== undefined)) return [];
	return [
		error("missing", [...request.at.block, "models"], "is missing; what is created permits exactly the listed models"),
	];
}

function checkApplicationProfiles({ provision, groups, region, at }: BedrockRequest<unknown>): Problem[] {
	const names = groups.map(({ name }) => name);
	return Object.entries(provision.applicationProfiles ?? {}).flatMap(([name, { budget }]) => {
		const path = [...at.block, "provision", "applicationProfiles", name];
		const stranger = names.includes(name)
			? []
			: [error("unknown-group", path, `no group of this name; ${suggestName(name, names)}`)];
		if (budget === undefined || partitionOf(region) !== "aws-us-gov") return stranger;
		// https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/usage-and-payment.html
		const message =
			"does not exist in aws-us-gov, whose costs the linked commercial account pays; leave it out and budget there";
		return [...stranger, error("other-partition", [...path, "budget"], message)];
	});
}
