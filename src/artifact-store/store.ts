import type { z } from "zod";

/** The plain half of a place that bundles are published to: what a deployment file says of it. */
export interface ArtifactStore<Options = Record<string, never>> {
	readonly title: string;
	readonly docs: string;
	/** The store's block in a deployment file. */
	readonly options: z.ZodType<Options>;
}
