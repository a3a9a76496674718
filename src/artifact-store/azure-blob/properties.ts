import { resourcesOf } from "../../cloud/plan-resource.js";
import type { AzureBlobPrincipal, AzureBlobSku } from "./options.js";

/** What each kind of resource takes, in the words of the Pulumi provider; the kinds are Azure's. */
export interface AzureBlobProperties {
	"Microsoft.Storage/storageAccounts": {
		resourceGroupName: string;
		accountName: string;
		location?: string;
		kind: "StorageV2";
		sku: { name: AzureBlobSku };
		identity?: { type: "UserAssigned"; userAssignedIdentities: string[] };
		encryption?: {
			keySource: "Microsoft.Keyvault";
			keyVaultProperties: { keyVaultUri: string; keyName: string; keyVersion?: string };
			encryptionIdentity: { encryptionUserAssignedIdentity: string };
		};
		allowBlobPublicAccess: false;
		allowCrossTenantReplication: false;
		allowSharedKeyAccess: boolean;
		defaultToOAuthAuthentication: true;
		enableHttpsTrafficOnly: true;
		isLocalUserEnabled: false;
		isSftpEnabled: false;
		/** Azure cannot be told to refuse 1.2; clients agree on 1.3 where they have it. */
		minimumTlsVersion: "TLS1_2";
		publicNetworkAccess: "Enabled";
		networkRuleSet: {
			bypass: "None" | "AzureServices";
			defaultAction: "Allow" | "Deny";
			ipRules: { action: "Allow"; iPAddressOrRange: string }[];
			virtualNetworkRules: { action: "Allow"; virtualNetworkResourceId: string }[];
		};
		tags: Readonly<Record<string, string>>;
	};
	"Microsoft.Storage/storageAccounts/blobServices": {
		resourceGroupName: string;
		accountName: string;
		blobServicesName: "default";
		isVersioningEnabled: boolean;
		deleteRetentionPolicy: { enabled: true; days: number };
		containerDeleteRetentionPolicy: { enabled: true; days: number };
	};
	"Microsoft.Storage/storageAccounts/blobServices/containers": {
		resourceGroupName: string;
		accountName: string;
		containerName: string;
		publicAccess: "None";
	};
	"Microsoft.Authorization/roleAssignments": {
		scope: string;
		roleAssignmentName: string;
		roleDefinitionId: string;
		principalId: string;
		principalType: AzureBlobPrincipal["type"];
	};
}

export type AzureBlobResourceType = keyof AzureBlobProperties;

/** https://azure.microsoft.com/pricing/details/storage/blobs/ */
const meters: Readonly<Record<AzureBlobResourceType, string>> = {
	"Microsoft.Storage/storageAccounts": "per gigabyte kept, earlier versions and deleted blobs too, and per request",
	"Microsoft.Storage/storageAccounts/blobServices": "free",
	"Microsoft.Storage/storageAccounts/blobServices/containers": "free",
	"Microsoft.Authorization/roleAssignments": "free",
};

/** A resource to be; its type says which properties it takes. */
export const resource = resourcesOf<AzureBlobProperties>(meters);
