import { error, type Problem } from "../../../problem.js";
import { liesWithin } from "../location.js";
import type { VertexRequest } from "../request.js";

/**
 * Refuses a location whose calls may be answered elsewhere than residency allows: Google promises that they are answered
 * within the region or multi-region where they are made, and of `global` it promises nothing.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/learn/data-residency
 */
export function checkResidency({ region, provision: { residency }, at }: VertexRequest): Problem[] {
	if (!residency || liesWithin(region, residency)) return [];
	const reach = region === "global" ? "is answered anywhere in the world" : `is answered within ${region}`;
	const message = `${reach}, which residency does not allow; allow it, or take a region within ${residency.join(", ")}`;
	return [error("residency", [...at.block, "region"], message)];
}
