import type * as pulumi from "@pulumi/pulumi";
import type { GcsStoreOptions } from "../../artifact-store/gcs.js";
import { objectStore } from "../artifact-store/object-store.js";
import type { StoreAdapter } from "../artifact-store/store-adapter.js";
import { placeObject } from "./place-object.js";
import { gcpSdk } from "./sdk.js";
import { gcsPlacers } from "./store-resources.js";

/** The block of a deployment file, with outputs where references stand. */
export interface GcsAdapterOptions extends GcsStoreOptions<pulumi.Input<string>> {}

/** Publishes to Google Cloud Storage, in a bucket of its own or in one that exists. */
export function gcs(options: GcsAdapterOptions): StoreAdapter<GcsAdapterOptions> {
	return objectStore("gcs", options, { placers: gcsPlacers, sdk: gcpSdk, placeObject });
}
