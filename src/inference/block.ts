import type { SecretReference } from "../reference/reference.js";
import type { ExactlyOne } from "./exactly-one.js";
import type { AnthropicOptions } from "./routes/anthropic.js";
import type { BedrockOptions } from "./routes/bedrock.js";
import type { FoundryOptions } from "./routes/foundry.js";
import type { GatewayOptions } from "./routes/gateway.js";
import type { InferenceRouteName } from "./routes/index.js";
import type { MantleOptions } from "./routes/mantle.js";
import type { VertexOptions } from "./routes/vertex.js";

/** The block of each route. */
export interface InferenceBlocks<Secret = SecretReference> {
	readonly gateway: GatewayOptions<Secret>;
	readonly anthropic: AnthropicOptions<Secret>;
	readonly bedrock: BedrockOptions<Secret>;
	readonly mantle: MantleOptions<Secret>;
	readonly vertex: VertexOptions<Secret>;
	readonly foundry: FoundryOptions<Secret>;
}

/** The `inference` of a deployment: exactly one route. */
export type InferenceBlock<Secret = SecretReference> = ExactlyOne<InferenceBlocks<Secret>>;

/** What a group may say anew, for the deployment's route; a member replaces the deployment's. */
export interface GroupInference<Secret = SecretReference> {
	/**
	 * Where `provision` creates what people sign in as, a group with models of its own gets one of its own. What it
	 * shared until then goes with the last group that shares it, in the same update: let another group keep the
	 * deployment's models until devices have their new profiles.
	 * @default the deployment's
	 */
	readonly models?: InferenceBlocks<Secret>[InferenceRouteName]["models"];
	/**
	 * The same way to sign in as the deployment's. A group that has its own key takes none that `provision` creates; one
	 * that says `bearerToken: {}` beside the deployment's own key gets one.
	 * @default the deployment's
	 */
	readonly signIn?: InferenceBlocks<Secret>[InferenceRouteName]["signIn"];
}
