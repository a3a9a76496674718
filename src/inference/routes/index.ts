import type { InferenceRoute } from "../route.js";
import { anthropic } from "./anthropic.js";
import { bedrock } from "./bedrock.js";
import { foundry } from "./foundry.js";
import { gateway } from "./gateway.js";
import { mantle } from "./mantle.js";
import { vertex } from "./vertex.js";

/** Every route, by the word of the deployment file, which is also the value of `inferenceProvider`. */
export const inferenceRoutes = { gateway, anthropic, bedrock, mantle, vertex, foundry } satisfies Record<
	string,
	InferenceRoute
>;

export type InferenceRouteName = keyof typeof inferenceRoutes;
