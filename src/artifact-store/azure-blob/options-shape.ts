import { armId } from "../../cloud/arm-id.js";
import { azureAddress } from "../../cloud/azure-address.js";
import { resourceGroupName } from "../../cloud/azure-resource-group.js";
import { azureTags } from "../../cloud/azure-tags.js";
import { uuid } from "../../configuration/values/identifier.js";
import { flag, integer, late, list, object, text, textMatching, words } from "../../shape/build.js";
import type { Member, ObjectShape } from "../../shape/shape.js";
import { prefix } from "../prefix.js";

/** https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name */
const accountName = textMatching(
	"azure-name",
	/^[a-z0-9]{3,24}$/,
	"is no name of a storage account; expected 3 to 24 lower-case letters and digits",
);

/** https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata */
const containerName = textMatching(
	"azure-name",
	/^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
	"is no name of a container; expected 3 to 63 lower-case letters, digits and single hyphens between them",
);

/** https://learn.microsoft.com/azure/storage/common/storage-redundancy */
const skus = ["Standard_LRS", "Standard_ZRS", "Standard_GRS", "Standard_GZRS", "Standard_RAGRS", "Standard_RAGZRS"];

function existing(what: string): Member {
	return { shape: flag, summary: `Whether the ${what} is there: nothing of it changes.`, default: false };
}

const account = object({
	name: {
		shape: accountName,
		summary: "Its name, which nobody else in Azure has.",
		defaultNote: "made of the deployment's and the subscription's",
	},
	existing: existing("account"),
});

function container(name: string): ObjectShape {
	return object({
		name: { shape: containerName, summary: "Its name in the account.", default: name },
		existing: existing("container"),
	});
}

const network = object({
	addresses: {
		shape: list(azureAddress, { minItems: 1 }),
		summary: "Public IPv4 addresses and ranges that readers, and what runs Pulumi, come from.",
		defaultNote: "none",
	},
	subnets: {
		shape: list(armId("Microsoft.Network/virtualNetworks/subnets"), { minItems: 1 }),
		summary: "Subnets with the service endpoint `Microsoft.Storage`, by id.",
		defaultNote: "none",
	},
	trustedServices: {
		shape: flag,
		summary: "Whether Azure's own trusted services come past the rules.",
		default: false,
	},
});

const encryption = object({
	keyVaultUri: {
		shape: late(
			textMatching(
				"key-vault",
				/^https:\/\/[a-z0-9-]{3,24}\.(?:vault|managedhsm)\.azure\.net\/?$/i,
				"is no address of a key vault; expected one such as https://example.vault.azure.net",
			),
		),
		summary: "Address of the key vault, with soft delete and purge protection on.",
		required: true,
	},
	keyName: { shape: late(text()), summary: "Name of the key.", required: true },
	keyVersion: {
		shape: late(text()),
		summary: "Version of the key.",
		defaultNote: "the newest, which Azure looks for once a day",
	},
	identity: {
		shape: armId("Microsoft.ManagedIdentity/userAssignedIdentities"),
		summary: "Managed identity that may already wrap and unwrap with the key, by id.",
		required: true,
	},
});

const principals = list(
	object({
		objectId: {
			shape: uuid,
			summary: "Its object id in Entra ID; of an app that of its service principal, not the app's.",
			required: true,
		},
		type: {
			shape: words(["User", "Group", "ServicePrincipal"]),
			summary: "What it is: Azure finds nobody who was created just now without it.",
			required: true,
		},
	}),
);

const everybody = "everybody whom Entra ID lets in";

/** {@link AzureBlobStoreOptions} as a block. */
export const azureBlobShape = object({
	subscription: { shape: uuid, summary: "Subscription of the resource group, by id.", required: true },
	resourceGroup: {
		shape: late(resourceGroupName),
		summary: "Resource group of the account; it exists.",
		required: true,
	},
	location: {
		shape: late(textMatching("azure-region", /^[a-z0-9]{2,40}$/, "is no region; expected such as westeurope")),
		summary: "Region of an account that is created, or where one that exists is.",
		defaultNote: "that of the resource group",
	},
	account: {
		shape: account,
		summary: "The storage account.",
		defaultNote: "it is created, under a name made of the deployment's and the subscription's",
	},
	container: {
		shape: container("cowork"),
		summary: "The container for what carries no secret.",
		defaultNote: "it is created",
	},
	prefix,
	sku: {
		shape: words(skus),
		summary: "Where copies of an account that is created are kept.",
		default: "Standard_LRS",
	},
	sharedKey: {
		shape: flag,
		summary:
			"Whether an account that is created takes its keys besides Entra ID; `AZURE_STORAGE_CONNECTION_STRING` names one to write with.",
		default: false,
	},
	network: { shape: network, summary: "Who reaches an account that is created.", defaultNote: everybody },
	encryption: { shape: encryption, summary: "Own key of an account that is created.", defaultNote: "Microsoft's" },
	versioning: {
		shape: flag,
		summary: "Whether an account that is created keeps what is overwritten.",
		default: true,
	},
	softDeleteDays: {
		shape: integer({ min: 1, max: 365 }),
		summary: "Days that an account that is created keeps what is deleted.",
		default: 30,
	},
	readers: {
		shape: principals,
		summary: "Who may read what carries no secret: they get `Storage Blob Data Reader` on the container.",
		defaultNote: "who may already",
	},
	writers: {
		shape: principals,
		summary:
			"Who may write, such as what runs Pulumi: they get `Storage Blob Data Contributor` on each container. An empty list says that they may already.",
		defaultNote: "who may already, with a warning where the container is created",
	},
	sensitive: {
		shape: object({
			account: {
				shape: account,
				summary: "A storage account of its own.",
				defaultNote: "the container is in the other one",
			},
			container: { shape: container("cowork-sensitive"), summary: "Its container.", defaultNote: "it is created" },
			network: { shape: network, summary: "Who reaches its own account.", defaultNote: everybody },
			encryption: { shape: encryption, summary: "Key of its own account.", defaultNote: "Microsoft's" },
			readers: { shape: principals, summary: "Who may read what carries a secret.", defaultNote: "who may already" },
		}),
		summary: "What carries a secret goes here.",
		defaultNote: "the store takes no such file",
	},
	tags: { shape: azureTags, summary: "Tags of everything created that takes them.", defaultNote: "none" },
	retain: {
		shape: flag,
		summary:
			"Whether containers and accounts that are created stay when they leave the program; otherwise they go with everything in them.",
		default: true,
	},
});
