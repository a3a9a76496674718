import type { AnsweredModel } from "../../cloud-plan.js";

/**
 * Google answers within the region or multi-region where a call is made, and of `global` it promises nothing.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/learn/data-residency
 */
export function answeredAt(location: string): Omit<AnsweredModel, "model"> {
	return { regions: location === "global" ? "anywhere" : [location], saidBy: "the location of the calls" };
}
