import type { Loadable } from "../../variant.js";
import type { InferenceRoute } from "../route.js";
import type { InferenceRouteName } from "./index.js";

/** Every route, before its file and all that it can create is loaded. */
export const knownRoutes: Loadable<InferenceRoute, InferenceRouteName> = {
	gateway: { load: async () => (await import("./gateway.js")).gateway },
	anthropic: { load: async () => (await import("./anthropic.js")).anthropic },
	bedrock: { load: async () => (await import("./bedrock.js")).bedrock },
	mantle: { load: async () => (await import("./mantle.js")).mantle },
	vertex: { load: async () => (await import("./vertex.js")).vertex },
	foundry: { load: async () => (await import("./foundry.js")).foundry },
};
