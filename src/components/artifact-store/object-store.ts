import * as pulumi from "@pulumi/pulumi";
import type { PlannedPlace, StorePlan } from "../../artifact-store/store.js";
import { type CloudPlacers, placePlan } from "../place-plan.js";
import { comingAfter } from "./coming-after.js";
import type { ObjectToPlace } from "./object-to-place.js";
import { publishIndex } from "./publish-index.js";
import { publishRevision } from "./publish-revision.js";
import type { Publication, StoreAdapter } from "./store-adapter.js";

/** A cloud that keeps objects by key. `Place` is what each object's resource takes of its bucket or container. */
export interface ObjectCloud<Place> {
	/** How what a store's plan holds is created and looked up. */
	readonly placers: CloudPlacers;
	readonly sdk: { require(): void };
	/** Puts one object where it belongs. */
	placeObject(
		name: string,
		place: Place,
		object: ObjectToPlace,
		opts: pulumi.CustomResourceOptions,
	): pulumi.CustomResource;
}

/** A bucket that was placed, or two, and how objects get there. Keys are below the store's prefix, which it adds. */
export interface PlacedStore {
	readonly publication: Publication;
	/** Address of a key, in the place for what carries a secret or in the other. */
	locate(key: pulumi.Input<string>, sensitive: boolean): pulumi.Output<string>;
	put(name: string, object: ObjectToPlace, opts: pulumi.CustomResourceOptions): pulumi.CustomResource;
	/** Whether what is no longer said stays. */
	readonly retain: boolean;
}

/** A store of a cloud: revisions with a pointer for each ring, in what its plain half plans. */
export function objectStore<Options extends object, Place>(
	name: string,
	options: Options,
	cloud: ObjectCloud<Place>,
): StoreAdapter<Options> {
	return {
		name,
		options,
		open(resource, publication, opts) {
			cloud.sdk.require();
			const { plan } = publication;
			if (!plan) throw new RangeError(`${name} was planned nothing to put objects into`);
			const store = placeStore(resource, plan, { cloud, publication, opts });
			return {
				location: store.locate("", false),
				publish: (part, bundled, partOpts) => publishRevision(part, bundled, { store, opts: partOpts }),
				complete: (nameOf, whole, wholeOpts) => publishIndex(nameOf("index"), whole, { store, opts: wholeOpts }),
			};
		},
	};
}

function placeStore<Place>(
	name: string,
	plan: StorePlan,
	{
		cloud,
		publication,
		opts,
	}: { cloud: ObjectCloud<Place>; publication: Publication; opts: pulumi.CustomResourceOptions },
): PlacedStore {
	const { lookUps, resources, policies = {}, place, sensitivePlace, prefix, retain, outputs } = plan;
	const placed = placePlan({
		name,
		plan: { lookUps, resources, policies, late: {}, outputs: { store: outputs } },
		passed: publication.passed,
		placers: cloud.placers,
		opts,
	});
	const dependsOn = Object.values(placed.resources);
	const placeOf = (sensitive: boolean): PlannedPlace => {
		const chosen = sensitive ? sensitivePlace : place;
		if (!chosen) throw new RangeError(`${name} has no place for what carries a secret`);
		return chosen;
	};
	return {
		publication,
		retain,
		locate: (key, sensitive) => pulumi.concat(placed.values.text(placeOf(sensitive).location), prefix, key),
		put(logicalName, object, objectOpts) {
			// The cloud's own plan says what its objects take.
			const properties = placed.values.inputs(placeOf(object.sensitive).properties, () => undefined) as Place;
			const below = { ...object, key: pulumi.concat(prefix, object.key) };
			return cloud.placeObject(logicalName, properties, below, comingAfter(objectOpts, dependsOn));
		},
	};
}
