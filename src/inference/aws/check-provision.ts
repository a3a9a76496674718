import { suggestName } from "../../nearest-name.js";
import type { Path } from "../../path.js";
import { error, formatProblem, type Problem } from "../../problem.js";
import { partitionOf } from "../aws-region.js";
import { checkIdentity } from "./check-identity.js";
import { checkDataRetention } from "./data-retention.js";
import { unknownRegion } from "./destinations.js";
import { type BedrockRequest, bedrockServices, draftBedrock } from "./plan-bedrock.js";
import { draftMantle, type MantleRequest, mantleServices } from "./plan-mantle.js";
import type { EndpointService } from "./provision.js";
import { type AwsRequest, modelsPath, ownersOf, placeOf } from "./request.js";
import { resolveModels } from "./resolve-models.js";

/** What is wrong with what a deployment on Bedrock asks AWS for; `provision` fits its schema. */
export function checkBedrockProvision(request: BedrockRequest<unknown>): Problem[] {
	const { provision, region } = request;
	const at = [...request.at.block, "provision"];
	const regionProblems = checkRegion(request, provision.destinations !== undefined);
	const problems = [
		...regionProblems,
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkGroupNames(request, Object.keys(provision.applicationProfiles ?? {}), [...at, "applicationProfiles"]),
		...checkPartition(region, provision.residency ?? [], [...at, "residency"]),
		...Object.entries(provision.destinations ?? {}).flatMap(([id, regions]) =>
			checkPartition(region, regions, [...at, "destinations", id]),
		),
		...checkEndpoints(request, bedrockServices(request), "runtime"),
		...ownersOf(request).flatMap((owner) =>
			checkDataRetention(
				"bedrock",
				region,
				owner.models,
				provision.dataRetention !== undefined,
				modelsPath(request, owner),
			),
		),
		...checkResidency(request),
	];
	// Where the region is none, no profile of it is known either.
	return distinct(regionProblems.length > 0 ? problems : [...problems, ...draftBedrock(request).problems]);
}

/** What is wrong with what a deployment on Mantle asks AWS for; `provision` fits its schema. */
export function checkMantleProvision(request: MantleRequest<unknown>): Problem[] {
	const acknowledged = request.provision.dataRetention !== undefined;
	return distinct([
		...checkRegion(request, false),
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkEndpoints(request, mantleServices(request), "mantle"),
		...ownersOf(request).flatMap((owner) =>
			checkDataRetention("mantle", request.region, owner.models, acknowledged, modelsPath(request, owner)),
		),
		...draftMantle(request).problems,
	]);
}

function checkRegion({ region, at }: AwsRequest<unknown>, destinationsGiven: boolean): Problem[] {
	const wrong = partitionOf(region) && !destinationsGiven ? unknownRegion(region) : undefined;
	return wrong === undefined ? [] : [error([...at.block, "region"], wrong)];
}

function checkModelsGiven(request: BedrockRequest<unknown> | MantleRequest<unknown>): Problem[] {
	if (request.models !== undefined || request.groups.every(({ models }) => models !== undefined)) return [];
	return [error([...request.at.block, "models"], "is missing; what is created permits exactly the listed models")];
}

function checkGroupNames({ groups }: AwsRequest<unknown>, named: readonly string[], at: Path): Problem[] {
	const names = groups.map(({ name }) => name);
	return named
		.filter((name) => !names.includes(name))
		.map((name) => error([...at, name], `no group of this name; ${suggestName(name, names)}`));
}

function checkPartition(region: string, regions: readonly string[], at: Path): Problem[] {
	const partition = partitionOf(region);
	return regions.flatMap((other, index) => {
		if (partition === undefined || partitionOf(other) === partition) return [];
		return [error([...at, index], `is not in partition ${partition}, to which ${region} belongs`)];
	});
}

function checkEndpoints(
	request: BedrockRequest<unknown> | MantleRequest<unknown>,
	services: readonly EndpointService[],
	target: EndpointService,
): Problem[] {
	const endpoints = request.provision.privateEndpoints;
	if (!endpoints) return [];
	const at = [...request.at.block, "provision", "privateEndpoints"];
	const problems: Problem[] = [];
	if (endpoints.useRegionalName && request.baseUrl !== undefined) {
		problems.push(error([...at, "useRegionalName"], "does not go with a baseUrl of the route; leave one of them out"));
	}
	if (endpoints.useRegionalName && !services.includes(target)) {
		problems.push(error([...at, "services"], `has no ${target}, which useRegionalName names in profiles`));
	}
	if (endpoints.privateDns === "none" && !endpoints.useRegionalName) {
		const message =
			"leads nobody to the endpoints; say useRegionalName: true, or let private DNS be create or existing";
		problems.push(error([...at, "privateDns"], message));
	}
	return problems;
}

function checkResidency(request: BedrockRequest<unknown>): Problem[] {
	const allowed = request.provision.residency;
	if (!allowed) return [];
	return ownersOf(request).flatMap((owner) => {
		const { resolved } = resolveModels(owner.models, placeOf(request), request.provision, owner.group);
		return resolved.flatMap(({ id, index, reaches }) => {
			const outside = reaches === "anywhere" ? "any commercial region" : outsideOf(reaches, allowed);
			if (outside === undefined) return [];
			const message = `${id} reaches ${outside}, which residency does not allow; allow it, or list a profile that stays within ${allowed.join(", ")}`;
			return [error([...modelsPath(request, owner), index], message)];
		});
	});
}

function outsideOf(reaches: readonly string[], allowed: readonly string[]): string | undefined {
	const outside = reaches.filter((region) => !allowed.includes(region));
	return outside.length === 0 ? undefined : outside.join(", ");
}

/** Groups that share a list share its problems. */
function distinct(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}
