import { made } from "../outcome.js";
import { isError } from "../problem.js";
import { checkBlobStore } from "./azure-blob/check.js";
import type { AzureBlobStoreOptions } from "./azure-blob/options.js";
import { azureBlobShape } from "./azure-blob/options-shape.js";
import { planBlobStore } from "./azure-blob/plan.js";
import type { ArtifactStore } from "./store.js";

export type { AzureBlobStoreOptions } from "./azure-blob/options.js";

const subscription = "0f1e2d3c-4b5a-4968-8776-655443322110";
const group = `/subscriptions/${subscription}/resourceGroups/cowork/providers`;

/** Containers of a storage account in Azure, into which Entra ID alone lets somebody unless the block says otherwise. */
export const azureBlob: ArtifactStore<AzureBlobStoreOptions> = {
	title: "Azure Blob Storage",
	docs: "https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api",
	options: azureBlobShape,
	cloud: "azure",
	plan(request, options) {
		const problems = checkBlobStore(request, options);
		return problems.some(isError) ? { problems } : made(planBlobStore(request, options), problems);
	},
	examples: {
		plain: {
			subscription,
			resourceGroup: "cowork",
			writers: [{ objectId: "cccccccc-0000-4000-8000-000000000003", type: "ServicePrincipal" }],
		},
		"existing-container": {
			subscription,
			resourceGroup: "shared",
			account: { name: "examplefiles", existing: true },
			container: { name: "cowork-files", existing: true },
			prefix: "teams/cowork",
			writers: [],
		},
		"sensitive-account": {
			subscription,
			resourceGroup: "cowork",
			location: "westeurope",
			account: { name: "examplecowork" },
			container: { name: "profiles" },
			sku: "Standard_ZRS",
			softDeleteDays: 90,
			readers: [{ objectId: "aaaaaaaa-0000-4000-8000-000000000001", type: "Group" }],
			writers: [{ objectId: "cccccccc-0000-4000-8000-000000000003", type: "ServicePrincipal" }],
			sensitive: {
				account: { name: "examplecoworksecret" },
				network: {
					addresses: ["203.0.113.0/24"],
					subnets: [`${group}/Microsoft.Network/virtualNetworks/hub/subnets/runners`],
				},
				encryption: {
					keyVaultUri: "https://example.vault.azure.net",
					keyName: "cowork",
					identity: `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/cowork-storage`,
				},
				readers: [{ objectId: "bbbbbbbb-0000-4000-8000-000000000002", type: "Group" }],
			},
			tags: { team: "desktop" },
		},
		"shared-key": {
			subscription,
			resourceGroup: "cowork",
			sharedKey: true,
			network: { addresses: ["203.0.113.7"] },
			sensitive: {},
			writers: [],
			retain: false,
		},
	},
};
