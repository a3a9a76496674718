import { suggestName } from "../../nearest-name.js";
import type { Path } from "../../path.js";
import { below, error, type Problem } from "../../problem.js";
import { checkModelsGiven } from "./check-request.js";
import { checkEndpoints } from "./endpoints/check-endpoints.js";
import type { EndpointRoute } from "./endpoints/endpoint-route.js";
import { checkIdentity } from "./identity/check-identity.js";
import { checkBudgets, costTag, profileTags } from "./models/application-profiles.js";
import { checkDataRetention } from "./models/check-data-retention.js";
import { checkDestinations } from "./models/check-destinations.js";
import { checkTableRegion } from "./models/check-region.js";
import { type ModelsOf, withCopied } from "./models/resolve-models.js";
import { partitionOf } from "./region.js";
import type { AwsPrincipal, BedrockRequest } from "./request.js";
import { checkProfileTags } from "./tags.js";

/** What is wrong with what a deployment on Bedrock asks AWS for; `provision` fits its shape. */
export function checkBedrock(
	request: BedrockRequest,
	principals: readonly AwsPrincipal[],
	endpoints: EndpointRoute,
	modelsOf: ModelsOf,
): Problem[] {
	const { provision, region, at } = request;
	const ofRegion = provision.destinations === undefined ? checkTableRegion(region, "error") : [];
	const acknowledged = provision.dataRetention !== undefined;
	return [
		...ofRegion.map((problem) => below([...at.block, "region"], problem)),
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkApplicationProfiles(request),
		...checkBudgets(request),
		...checkEndpoints(request, endpoints),
		...principals.flatMap(({ models, modelsAt }) =>
			checkDataRetention("bedrock", region, withCopied(models, provision), acknowledged, modelsAt),
		),
		...checkDestinations(request, principals, modelsOf),
	];
}

function checkApplicationProfiles(request: BedrockRequest): Problem[] {
	const { provision, groups, region, at } = request;
	const names = groups.map(({ name }) => name);
	return Object.entries(provision.applicationProfiles ?? {}).flatMap(([name, { tags = {}, budget }]) => {
		const path = [...at.block, "provision", "applicationProfiles", name];
		const problems = checkCostTag(tags, [...path, "tags"]);
		problems.push(...checkProfileTags(profileTags(request, name)).map((problem) => below([...path, "tags"], problem)));
		if (!names.includes(name)) {
			problems.push(error("unknown-group", path, `no group of this name; ${suggestName(name, names)}`));
		}
		if (budget !== undefined && partitionOf(region) === "aws-us-gov") {
			// https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/usage-and-payment.html
			const message =
				"does not exist in aws-us-gov, whose costs the linked commercial account pays; leave it out and budget there";
			problems.push(error("other-partition", [...path, "budget"], message));
		}
		return problems;
	});
}

function checkCostTag(tags: Readonly<Record<string, string>>, at: Path): Problem[] {
	if (!Object.hasOwn(tags, costTag)) return [];
	return [
		error("reserved-tag", [...at, costTag], "is the tag by which costs of groups are told apart; take another key"),
	];
}
