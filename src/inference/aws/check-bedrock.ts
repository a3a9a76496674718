import { suggestName } from "../../nearest-name.js";
import { error, type Problem } from "../../problem.js";
import { checkModelsGiven, unknownRegionOf } from "./check-request.js";
import { checkEndpoints } from "./endpoints/check-endpoints.js";
import { bedrockEndpoints } from "./endpoints/endpoint-route.js";
import { checkIdentity } from "./identity/check-identity.js";
import { checkBudgets } from "./models/application-profiles.js";
import { checkDataRetention } from "./models/check-data-retention.js";
import { checkDestinations } from "./models/check-destinations.js";
import { withCopied } from "./models/resolve-models.js";
import { partitionOf } from "./region.js";
import type { AwsPrincipal, BedrockRequest } from "./request.js";

/** What is wrong with what a deployment on Bedrock asks AWS for; `provision` fits its shape. */
export function checkBedrock(request: BedrockRequest, principals: readonly AwsPrincipal[]): Problem[] {
	const { provision, region, at } = request;
	const unknown = provision.destinations === undefined ? unknownRegionOf(request) : undefined;
	const acknowledged = provision.dataRetention !== undefined;
	return [
		...(unknown === undefined ? [] : [error("unknown-region", [...at.block, "region"], unknown)]),
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkApplicationProfiles(request),
		...checkBudgets(request),
		...checkEndpoints(request, bedrockEndpoints),
		...principals.flatMap(({ models, modelsAt }) =>
			checkDataRetention("bedrock", region, withCopied(models, provision), acknowledged, modelsAt),
		),
		...checkDestinations(request, principals),
	];
}

function checkApplicationProfiles({ provision, groups, region, at }: BedrockRequest): Problem[] {
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
