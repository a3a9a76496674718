import type * as pulumi from "@pulumi/pulumi";
import type { InferenceBlocks } from "../inference/block.js";
import type { InferenceAdapter } from "./adapters.js";

type Secret = pulumi.Input<string>;

/** Inference through a gateway that speaks Anthropic's Messages API. Provisions nothing. */
export function gateway(options: InferenceBlocks<Secret>["gateway"]): InferenceAdapter {
	return { name: "gateway", options };
}

/** Inference by the Claude API. Provisions nothing. */
export function anthropic(options: InferenceBlocks<Secret>["anthropic"]): InferenceAdapter {
	return { name: "anthropic", options };
}
