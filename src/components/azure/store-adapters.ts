import * as pulumi from "@pulumi/pulumi";
import type { AzureBlobStoreOptions } from "../../artifact-store/azure-blob/options.js";
import { assetOf, base64Of } from "../artifact-store/object-content.js";
import { type ObjectCloud, objectStore } from "../artifact-store/object-store.js";
import type { StoreAdapter } from "../artifact-store/store-adapter.js";
import { engineText } from "../engine-text.js";
import { optionalSdk } from "../optional-sdk.js";
import { blobPlacers } from "./blob-resources.js";
import { azureSdk } from "./sdk.js";

/** The block of a deployment file, with outputs where references to other resources of the program stand. */
export interface AzureBlobBlock extends AzureBlobStoreOptions<pulumi.Input<string>> {}

/**
 * Publishes to containers of Azure Blob Storage. Files are written as whoever `@azure/identity` finds where Pulumi runs, or
 * with the key in `AZURE_STORAGE_CONNECTION_STRING`.
 */
export function azureBlob(options: AzureBlobBlock): StoreAdapter<AzureBlobBlock> {
	return objectStore("azureBlob", options, blobCloud);
}

/** What each object takes of its container. */
interface ContainerPlace {
	readonly accountName: string;
	readonly containerName: string;
}

const clients = ["@azure/storage-blob", "@azure/identity"].map((name) =>
	optionalSdk(
		name,
		"Azure Blob Storage",
		"publish to a local folder and hand it to az storage blob upload-batch --auth-mode login",
	),
);

const blobCloud: ObjectCloud<ContainerPlace> = {
	placers: blobPlacers,
	sdk: {
		require() {
			for (const sdk of [azureSdk, ...clients]) sdk.require();
		},
	},
	placeObject(name, { accountName, containerName }, object, opts) {
		const { key, sha256, mediaType, cacheControl, disposition } = object;
		const written = {
			account: accountName,
			container: containerName,
			key,
			// A program that is killed leaves its files behind, in which no secret may be.
			content: object.sensitive ? base64Of(object.content) : assetOf(object.content),
			sha256,
			mediaType,
			cacheControl,
			...(disposition !== undefined && { disposition }),
			__provider: engineText("pulumi-cowork/internal/azure-blob"),
		};
		return new AzureBlob("pulumi-nodejs:dynamic/pulumi-cowork:AzureBlob", name, written, opts);
	},
};

class AzureBlob extends pulumi.CustomResource {}
