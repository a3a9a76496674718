import * as pulumi from "@pulumi/pulumi";
import type { StorePlan } from "../artifact-store/store.js";
import type { ListedFile } from "../bundle/manifest.js";
import type { EgressPlan } from "../egress/plan.js";
import type { StorePlans } from "../publication/plan-stores.js";
import type { PublishOptions } from "../publication/publish-options.js";
import type { PublishedDeployment } from "../publication/published.js";
import type { PlannedRing } from "../publication/rings.js";
import type { BundlePart } from "./artifact-store/bundle-part.js";
import type { PartRecipe } from "./artifact-store/part-recipe.js";
import type {
	Publication,
	PublishedLocation,
	PublishedPart,
	PublishedRing,
	StoreAdapter,
} from "./artifact-store/store-adapter.js";
import type { PublishArgs } from "./publish-args.js";

/** What one resource of every store publishes. */
export interface PlannedPart {
	/** Its place in the names of those resources. */
	readonly role: string;
	/** The group it is for. @default - it serves every group */
	readonly group?: string;
	/** In the deployment's order. */
	readonly rings: readonly PlannedRing[];
	readonly egress: EgressPlan;
	readonly recipe: PartRecipe;
	/** `referenceName` of each value that its files hold. */
	readonly needed: readonly string[];
}

/** A store with what its plain half planned, and what stands in it as far as somebody has looked. */
export interface PlannedStore {
	readonly adapter: StoreAdapter;
	readonly plan?: StorePlan;
	readonly published?: PublishedDeployment;
}

/** What a component publishes, and where. */
export interface PlannedPublication {
	readonly stores: readonly PlannedStore[];
	readonly publication: Omit<Publication, "plan" | "published">;
	readonly parts: readonly PlannedPart[];
	/** What stores publish of each part. */
	readonly partOf: (planned: PlannedPart) => BundlePart;
	/** The manifest of what a store has published, part by part. */
	readonly manifest: (published: readonly pulumi.Output<readonly ListedFile[]>[]) => BundlePart;
}

/** What came of a part: where its files are, and what each ring has, store by store. */
export interface PartLocations {
	readonly published: readonly PublishedLocation[];
	/** By ring, and by the store's word. */
	readonly rings: Readonly<Record<string, StoreRings>>;
}

/** A part, and where it has been published by now. */
interface PublishingPart {
	readonly part: BundlePart;
	readonly published: PublishedLocation[];
	readonly rings: Record<string, StoreRings>;
}

/** Publishes each part to each store, and then what tells of all of them. */
export function publishParts(
	name: string,
	{ stores, publication, parts, partOf, manifest }: PlannedPublication,
	opts: pulumi.CustomResourceOptions,
): (planned: PlannedPart) => PartLocations {
	if (stores.length === 0) return () => ({ published: [], rings: {} });
	const located = new Map<PlannedPart, PublishingPart>();
	for (const planned of parts) located.set(planned, { part: partOf(planned), published: [], rings: {} });
	// In loops: the engine is sent every frame of the stack with every resource, those of callbacks too.
	for (const { adapter, ...found } of stores) {
		const { name: word } = adapter;
		const opened = adapter.open(`${name}-${word}`, { ...publication, ...found }, opts);
		const placed: (readonly [BundlePart, PublishedPart])[] = [];
		for (const { part, published, rings } of located.values()) {
			const there = opened.publish(`${name}-${part.role}-${word}`, part, opts);
			placed.push([part, there]);
			published.push({ store: word, location: opened.location, files: there.files });
			for (const [ring, at] of Object.entries(there.rings ?? {})) rings[ring] = { ...rings[ring], [word]: at };
		}
		const whole = { parts: placed, manifest: manifest(placed.map(([, { files }]) => files)) };
		opened.complete((role) => `${name}-${role}-${word}`, whole, opts);
	}
	return (planned) => located.get(planned) ?? { published: [], rings: {} };
}

/** What a ring has, by the store's word. */
export type StoreRings = Readonly<Record<string, PublishedRing>>;

/** Who a component publishes as: its owner is this resource of this stack. */
export function publisherOf(folder: string, resource: string): Pick<Publication, "deployment" | "owner"> {
	return { deployment: folder, owner: `${pulumi.getProject()}/${pulumi.getStack()}/${resource}` };
}

/** Each store with what was planned for it, and what stands in it as far as somebody has looked. */
export function plannedStores({ stores, published = {} }: PublishArgs, plans: StorePlans): readonly PlannedStore[] {
	return stores.map((adapter) => {
		const { [adapter.name]: plan } = plans;
		const { [adapter.name]: standing } = published;
		return { adapter, ...(plan && { plan }), ...(standing && { published: standing }) };
	});
}

/** What a deployment says of publication, with the key that it names. */
export function publicationOf(
	{ rings }: PublishOptions,
	signingKey: pulumi.Output<string> | undefined,
): Pick<Publication, "rings" | "signingKey"> {
	return { ...(rings && { rings }), ...(signingKey && { signingKey }) };
}
