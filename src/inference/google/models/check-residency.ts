import { liesWithin } from "../../../cloud/google-location.js";
import { error, type Problem } from "../../../problem.js";
import type { VertexRequest } from "../request.js";

/**
 * Refuses a location whose calls may be answered elsewhere than residency allows: Google promises that they are answered
 * within the region or multi-region where they are made, and of `global` it promises nothing.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/learn/data-residency
 */
export function checkResidency({ region, provision: { residency }, at }: VertexRequest): Problem[] {
	if (!residency || liesWithin(region, residency)) return [];
	const places = residency.join(", ");
	const message =
		region === "global"
			? `is answered anywhere in the world, which residency never allows; take a region within ${places}, or leave residency out`
			: `is answered within ${region}, which residency does not allow; allow it, or take a region within ${places}`;
	return [error("residency", [...at.block, "region"], message)];
}
