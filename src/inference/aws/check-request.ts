import { error, type Problem } from "../../problem.js";
import type { AwsRequest } from "./request.js";

export function checkModelsGiven({ models, groups, at }: AwsRequest<unknown>): Problem[] {
	if (models !== undefined || groups.every((group) => group.models !== undefined)) return [];
	return [error("missing", [...at.block, "models"], "is missing; what is created permits exactly the listed models")];
}
