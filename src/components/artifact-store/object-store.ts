import * as pulumi from "@pulumi/pulumi";
import type { PlannedPlace, StorePlan } from "../../artifact-store/store.js";
import type { JsonValue } from "../../json.js";
import type { ObjectHeaders } from "../../publication/headers.js";
import { type CloudPlacers, placePlan } from "../place-plan.js";
import type { TokenValues } from "../token-values.js";
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

export interface ObjectToPlace extends ObjectHeaders {
	/**
	 * What it is in the layout: part of a revision, whose key never has another content, or a pointer or the index,
	 * which keep their key and change.
	 */
	readonly kind: "revision" | "pointer" | "index";
	/** With the store's prefix. Another key is another object: where the name stays, the resource is replaced. */
	readonly key: pulumi.Input<string>;
	/** SHA-256 of the content in hexadecimal digits; what a change is told by. */
	readonly sha256: pulumi.Output<string>;
	/** A secret where the object is sensitive; then state has to encrypt it, and else it is to keep a digest alone. */
	readonly content: pulumi.Output<Uint8Array>;
	readonly sensitive: boolean;
}

/** A bucket that was placed, or two, and how objects get there. */
export interface PlacedStore {
	readonly publication: Publication;
	readonly prefix: string;
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
	const places = { open: place, closed: sensitivePlace };
	const placeOf = (sensitive: boolean): PlannedPlace => {
		const chosen = sensitive ? places.closed : places.open;
		if (!chosen) throw new RangeError(`${name} has no place for what carries a secret`);
		return chosen;
	};
	return {
		publication,
		prefix,
		retain,
		locate: (key, sensitive) => pulumi.concat(placed.values.text(placeOf(sensitive).location), prefix, key),
		put(object, content, objectOpts) {
			const properties = propertiesOf(placeOf(content.sensitive), placed.values);
			// The cloud's own plan says what its objects take.
			return cloud.placeObject(object, properties as Place, content, pulumi.mergeOptions({ dependsOn }, objectOpts));
		},
	};
}

function propertiesOf({ properties }: PlannedPlace, values: TokenValues): pulumi.Input<unknown> {
	return values.inputs(properties as JsonValue, () => undefined);
}
