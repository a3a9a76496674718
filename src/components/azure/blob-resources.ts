import * as pulumi from "@pulumi/pulumi";
import type { AzureBlobProperties, AzureBlobResourceType } from "../../artifact-store/azure-blob/properties.js";
import type { CloudPlacers, PlacedOutputs } from "../place-plan.js";
import { alone, type Placer } from "../placer.js";
import type { Filled } from "./filled.js";
import { subscriptionOf } from "./own-places.js";
import { azureSdk } from "./sdk.js";

/** How each kind of resource is created; nothing refers to what comes of one. */
const resources: { readonly [Type in AzureBlobResourceType]: Placer<Filled<AzureBlobProperties[Type]>> } = {
	"Microsoft.Storage/storageAccounts": (name, properties, opts) =>
		alone(new (azureSdk.module("storage/index.js").StorageAccount)(name, properties, opts)),
	"Microsoft.Storage/storageAccounts/blobServices": (name, properties, opts) =>
		alone(new (azureSdk.module("storage/index.js").BlobServiceProperties)(name, properties, opts)),
	"Microsoft.Storage/storageAccounts/blobServices/containers": (name, properties, opts) =>
		alone(new (azureSdk.module("storage/index.js").BlobContainer)(name, properties, opts)),
	"Microsoft.Authorization/roleAssignments": (name, properties, opts) =>
		alone(new (azureSdk.module("authorization/index.js").RoleAssignment)(name, properties, opts)),
};

interface GroupOfSubscription {
	readonly subscription: pulumi.Input<string>;
	readonly resourceGroupName: pulumi.Input<string>;
}

const lookUps = {
	/** A resource group by its name, once it is where the block says: the provider alone decides where resources go. */
	"resource group": (
		{ subscription, resourceGroupName }: GroupOfSubscription,
		{ parent, provider }: pulumi.InvokeOptions,
	): PlacedOutputs => {
		const opts = { ...(parent && { parent }), ...(provider && { provider }) };
		const inPlace = pulumi
			.output(subscription)
			.apply((id) => subscriptionOf(id, "publish.azureBlob.subscription", opts));
		return { name: pulumi.all([resourceGroupName, inPlace]).apply(([name]) => name) };
	},
} as const;

export const blobPlacers: CloudPlacers = { resources, lookUps };
