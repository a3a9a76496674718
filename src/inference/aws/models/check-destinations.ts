import { suggestName } from "../../../nearest-name.js";
import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import { bareModelId, tierOf } from "../../model-id.js";
import { listedModels } from "../../models.js";
import { modelIds } from "../../requested-deployment.js";
import { partitionOf } from "../region.js";
import type { AwsPrincipal, BedrockRequest } from "../request.js";
import { inferenceProfileId, profileParts } from "./arns.js";
import { liesOutside, regionsByTable } from "./destinations.js";
import { tableDate } from "./destinations-table.js";
import { copiedFrom, type ModelsOf, type ResolvedModel } from "./resolve-models.js";

/** What is wrong with what is said of where models answer. */
export function checkDestinations(
	request: BedrockRequest,
	principals: readonly AwsPrincipal[],
	modelsOf: ModelsOf,
): Problem[] {
	const at = [...request.at.block, "provision"];
	const listed = [...new Set([request.models ?? [], ...principals.map(({ models }) => models)].flatMap(modelIds))];
	const profiles = [...new Set(listed.map((id) => inferenceProfileId(copiedFrom(request.provision, id) ?? id)))];
	return [
		...checkNames(request.provision.destinations, profiles, [...at, "destinations"]),
		...checkNames(request.provision.copiedFrom, listed, [...at, "copiedFrom"]),
		...checkPartition(request, request.provision.residency ?? [], [...at, "residency"]),
		...Object.entries(request.provision.destinations ?? {}).flatMap(([id, regions]) =>
			regions === "anywhere" ? [] : checkRegions(request, id, regions, [...at, "destinations", id]),
		),
		...principals.flatMap((principal) => [
			...checkTiers(request, principal),
			...checkResidency(request, modelsOf(principal), principal.modelsAt),
		]),
		...checkSource(request, principals.flatMap(modelsOf), [...at, "residency"]),
	];
}

/** What is said of a model that nobody lists is said of a name that was mistyped. */
function checkNames(said: Readonly<Record<string, unknown>> = {}, models: readonly string[], at: Path): Problem[] {
	return Object.keys(said)
		.filter((name) => !models.includes(name))
		.map((name) =>
			error("unknown-model", [...at, name], `nothing among the models leads there; ${suggestName(name, models)}`),
		);
}

function checkPartition({ region }: BedrockRequest, regions: readonly string[], at: Path): Problem[] {
	const partition = partitionOf(region);
	return regions.flatMap((other, index) => {
		if (partition === undefined || partitionOf(other) === partition) return [];
		return [error("other-partition", [...at, index], `is not in partition ${partition}, to which ${region} belongs`)];
	});
}

function checkRegions(request: BedrockRequest, id: string, regions: readonly string[], at: Path): Problem[] {
	const crossing = checkPartition(request, regions, at);
	if (crossing.length > 0) return crossing;
	const strangers = regions.flatMap((region, index) => {
		if (!liesOutside(id, region)) return [];
		const { prefix } = profileParts(id);
		return [
			warning(
				"unknown-destination",
				[...at, index],
				`${region} is no region that ${prefix} reaches by the table of ${tableDate}`,
			),
		];
	});
	return [...strangers, ...checkLeftOut(request, id, regions, at)];
}

/** AWS routes calls where it likes, whatever a deployment says of it. */
function checkLeftOut({ provision }: BedrockRequest, id: string, regions: readonly string[], at: Path): Problem[] {
	const left = regionsByTable(id).filter((region) => !regions.includes(region));
	if (left.length === 0) return [];
	const happens = provision.residency
		? "calls that AWS routes there will fail, because the policy lists the regions that are named; name them, too"
		: "that keeps no call from there, because AWS routes them all the same; name them, and say residency to refuse such a model";
	const message = `leaves out ${left.join(", ")}, which answers by the table of ${tableDate}: ${happens}`;
	return [warning("destinations-left-out", at, message)];
}

/** What residency rests on where nobody has asked AWS. */
function checkSource({ provision }: BedrockRequest, models: readonly ResolvedModel[], at: Path): Problem[] {
	if (!provision.residency) return [];
	const believed = models.flatMap(({ source, regions, profileId }) =>
		source === "table" && regions !== "anywhere" ? (profileId ?? []) : [],
	);
	if (believed.length === 0) return [];
	const message = `where ${[...new Set(believed)].sort().join(", ")} is answered is the word of a table of ${tableDate}; AWS adds regions, and the policy refuses calls that it routes to a new one: say in provision.destinations what AWS tells`;
	return [warning("destinations-by-table", at, message)];
}

/** A family that is stated and not the copied model's would be believed elsewhere. */
function checkTiers(request: BedrockRequest, { models, modelsAt }: AwsPrincipal): Problem[] {
	return listedModels(models).flatMap(({ id, tier, index }) => {
		const copied = copiedFrom(request.provision, bareModelId(id));
		const actual = copied === undefined ? undefined : tierOf(copied);
		if (tier === undefined || actual === undefined || tier === actual) return [];
		const message = `is ${tier}, where the model that provision.copiedFrom names is ${actual}; expected the same`;
		return [error("family-tier", [...modelsAt, index, "anthropicFamilyTier"], message)];
	});
}

function checkResidency({ provision }: BedrockRequest, models: readonly ResolvedModel[], modelsAt: Path): Problem[] {
	const allowed = provision.residency;
	if (!allowed) return [];
	return models.flatMap(({ id, index, regions, profileId }) => {
		// What a deployment says of AWS is no way past the table.
		const known = profileId === undefined ? [] : regionsByTable(profileId);
		const outside =
			regions === "anywhere"
				? "any commercial region"
				: outsideOf([...new Set([...regions, ...known])].sort(), allowed);
		if (outside === undefined) return [];
		const message = `${id} reaches ${outside}, which residency does not allow; allow it, or list a profile that stays within ${allowed.join(", ")}`;
		return [error("residency", [...modelsAt, index], message)];
	});
}

function outsideOf(regions: readonly string[], allowed: readonly string[]): string | undefined {
	const outside = regions.filter((region) => !allowed.includes(region));
	return outside.length === 0 ? undefined : outside.join(", ");
}
