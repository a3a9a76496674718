import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { AzureBlobEncryption, AzureBlobNetwork, AzureBlobStoreOptions } from "./options.js";
import type { PlaceRole, Within } from "./place.js";
import { type AzureBlobProperties, resource } from "./properties.js";

type Account = AzureBlobProperties["Microsoft.Storage/storageAccounts"];

/** A storage account, and what it keeps of what is overwritten and deleted; nothing where it exists. */
export function plannedAccount(
	role: PlaceRole,
	name: string,
	{ account, network, encryption }: Pick<AzureBlobStoreOptions, "account" | "network" | "encryption">,
	{ options, group: resourceGroupName, retain }: Within,
): PlannedResource[] {
	if (account?.existing) return [];
	const { location, sku = "Standard_LRS", sharedKey = false, versioning = true, softDeleteDays = 30 } = options;
	const id = `${role}account`;
	const kept = { enabled: true, days: softDeleteDays } as const;
	return [
		resource(
			"Microsoft.Storage/storageAccounts",
			id,
			{
				resourceGroupName,
				accountName: name,
				...(location !== undefined && { location }),
				kind: "StorageV2",
				sku: { name: sku },
				...(encryption && ownKey(encryption)),
				allowBlobPublicAccess: false,
				allowCrossTenantReplication: false,
				allowSharedKeyAccess: sharedKey,
				defaultToOAuthAuthentication: true,
				enableHttpsTrafficOnly: true,
				isLocalUserEnabled: false,
				isSftpEnabled: false,
				minimumTlsVersion: "TLS1_2",
				publicNetworkAccess: "Enabled",
				networkRuleSet: rulesOf(network),
				tags: options.tags ?? {},
			},
			{ name, kept: retain },
		),
		resource(
			"Microsoft.Storage/storageAccounts/blobServices",
			`${role}blob-service`,
			{
				resourceGroupName,
				accountName: name,
				blobServicesName: "default",
				isVersioningEnabled: versioning,
				deleteRetentionPolicy: kept,
				containerDeleteRetentionPolicy: kept,
			},
			{ name, kept: retain, after: [id] },
		),
	];
}

/** Who is named reaches the account; where nobody says, everybody whom Entra ID lets in. */
function rulesOf(network: AzureBlobNetwork | undefined): Account["networkRuleSet"] {
	const { addresses = [], subnets = [], trustedServices = false } = network ?? {};
	return {
		bypass: trustedServices ? "AzureServices" : "None",
		defaultAction: network ? "Deny" : "Allow",
		ipRules: addresses.map((iPAddressOrRange) => ({ action: "Allow", iPAddressOrRange })),
		virtualNetworkRules: subnets.map((virtualNetworkResourceId) => ({ action: "Allow", virtualNetworkResourceId })),
	};
}

function ownKey({ keyVaultUri, keyName, keyVersion, identity }: AzureBlobEncryption) {
	return {
		identity: { type: "UserAssigned", userAssignedIdentities: [identity] },
		encryption: {
			keySource: "Microsoft.Keyvault",
			keyVaultProperties: { keyVaultUri, keyName, ...(keyVersion !== undefined && { keyVersion }) },
			encryptionIdentity: { encryptionUserAssignedIdentity: identity },
		},
	} satisfies Partial<Account>;
}
