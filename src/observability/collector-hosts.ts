import type { CollectorHost } from "./collector-host.js";
import { ecs } from "./ecs/plan-ecs.js";

/** Places that a collector can be created in, by the word of a deployment file. */
export const collectorHosts = { ecs } satisfies Readonly<Record<string, CollectorHost>>;

export type CollectorHostName = keyof typeof collectorHosts;
