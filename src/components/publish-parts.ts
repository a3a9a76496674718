import * as pulumi from "@pulumi/pulumi";
import type { ListedFile } from "../bundle/manifest.js";
import type { EgressPlan } from "../egress/plan.js";
import type { BundlePart } from "./artifact-store/bundle-part.js";
import type { PartRecipe } from "./artifact-store/part-recipe.js";
import type { Publication, PublishedLocation, StoreAdapter } from "./artifact-store/store-adapter.js";

/** What one resource of every store publishes. */
export interface PlannedPart {
	/** Its place in the names of those resources. */
	readonly role: string;
	readonly egress: EgressPlan;
	readonly recipe: PartRecipe;
	/** `referenceName` of each value that its files hold. */
	readonly needed: readonly string[];
}

/** What a component publishes, and where. */
export interface PlannedPublication {
	readonly stores: readonly StoreAdapter[];
	readonly publication: Publication;
	readonly parts: readonly PlannedPart[];
	/** What stores publish of each part. */
	readonly partOf: (planned: PlannedPart) => BundlePart;
	/** The manifest of what a store has published, part by part. */
	readonly manifest: (published: readonly pulumi.Output<readonly ListedFile[]>[]) => BundlePart;
}

/** Publishes each part to each store, then the manifest; where the files of each part are, once per store. */
export function publishParts(
	name: string,
	{ stores, publication, parts, partOf, manifest }: PlannedPublication,
	opts: pulumi.CustomResourceOptions,
): (planned: PlannedPart) => readonly PublishedLocation[] {
	const published = new Map<PlannedPart, PublishedLocation[]>();
	// In loops: the engine is sent every frame of the stack with every resource, those of callbacks too.
	for (const store of stores) {
		const { name: word } = store;
		const opened = store.open(`${name}-${word}`, publication, opts);
		const listed: pulumi.Output<readonly ListedFile[]>[] = [];
		for (const planned of parts) {
			const files = opened.publish(`${name}-${planned.role}-${word}`, partOf(planned), opts);
			listed.push(files);
			const location = { store: word, location: opened.location, files };
			published.set(planned, [...(published.get(planned) ?? []), location]);
		}
		opened.publish(`${name}-manifest-${word}`, manifest(listed), opts);
	}
	return (planned) => published.get(planned) ?? [];
}

/** What a component publishes as: its owner is this resource of this stack. */
export function publicationOf(folder: string, resource: string): Publication {
	return { deployment: folder, owner: `${pulumi.getProject()}/${pulumi.getStack()}/${resource}` };
}
