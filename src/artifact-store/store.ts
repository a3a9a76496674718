import type { ObjectShape } from "../shape/shape.js";

/** The plain half of a place that bundles are published to: what a deployment file says of it. */
export interface ArtifactStore {
	readonly title: string;
	readonly docs: string;
	/** The store's block in a deployment file. */
	readonly options: ObjectShape;
}
