import type { Loadable } from "../variant.js";
import type { CollectorHost } from "./collector-host.js";
import type { CollectorHostName } from "./collector-hosts.js";

/** Every place for a collector, before its file and all that it can create is loaded. */
export const knownHosts: Loadable<CollectorHost, CollectorHostName> = {
	ecs: { load: async () => (await import("./ecs/plan-ecs.js")).ecs },
};
