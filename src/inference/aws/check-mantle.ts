import { below, type Problem } from "../../problem.js";
import { checkModelsGiven } from "./check-request.js";
import { checkEndpoints } from "./endpoints/check-endpoints.js";
import { mantleEndpoints } from "./endpoints/endpoint-route.js";
import { checkIdentity } from "./identity/check-identity.js";
import { checkDataRetention } from "./models/check-data-retention.js";
import { checkTableRegion } from "./models/check-region.js";
import type { AwsPrincipal, MantleRequest } from "./request.js";

/** What is wrong with what a deployment on Mantle asks AWS for; `provision` fits its shape. */
export function checkMantle(request: MantleRequest, principals: readonly AwsPrincipal[]): Problem[] {
	const { provision, region, at } = request;
	const acknowledged = provision.dataRetention !== undefined;
	// The table is of inference profiles, which Mantle has none of: it may well be in a region that the table has not.
	const ofRegion = checkTableRegion(region, "warning");
	return [
		...ofRegion.map((problem) => below([...at.block, "region"], problem)),
		...checkModelsGiven(request),
		...checkIdentity(request),
		...checkEndpoints(request, mantleEndpoints),
		...principals.flatMap(({ models, modelsAt }) =>
			checkDataRetention("mantle", region, models, acknowledged, modelsAt),
		),
	];
}
