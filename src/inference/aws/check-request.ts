import { error, type Problem } from "../../problem.js";
import { unknownRegion } from "./models/destinations.js";
import { partitionOf } from "./region.js";
import type { AwsRequest } from "./request.js";

/** What is wrong with a region that no row of the table knows, or undefined. */
export function unknownRegionOf({ region }: Pick<AwsRequest<unknown>, "region">): string | undefined {
	return partitionOf(region) ? unknownRegion(region) : undefined;
}

export function checkModelsGiven({ models, groups, at }: AwsRequest<unknown>): Problem[] {
	if (models !== undefined || groups.every((group) => group.models !== undefined)) return [];
	return [error("missing", [...at.block, "models"], "is missing; what is created permits exactly the listed models")];
}
