import type { JsonObject } from "../../json.js";

export type Tags = Readonly<Record<string, string>>;

interface OfApplication {
	/** `/applications/<object id>`. */
	applicationId: string;
}

/**
 * What each kind of resource takes, in the words of the Pulumi providers for Azure and for Entra ID. The kinds are those
 * of Azure Resource Manager and of Microsoft Graph; where Graph has a property for what is a resource of its own here,
 * that stands after a dot.
 */
export interface AzureProperties {
	"Microsoft.Resources/resourceGroups": { resourceGroupName: string; location: string; tags: Tags };
	"Microsoft.CognitiveServices/accounts": {
		resourceGroupName: string;
		accountName: string;
		location: string;
		kind: "AIServices";
		sku: { name: "S0" };
		identity: {
			type: "SystemAssigned" | "SystemAssigned, UserAssigned";
			/** Ids of identities. */
			userAssignedIdentities?: string[];
		};
		properties: {
			/** Makes it an account of Foundry, without a project being needed. */
			allowProjectManagement: true;
			customSubDomainName: string;
			disableLocalAuth: boolean;
			publicNetworkAccess: "Enabled" | "Disabled";
			networkAcls: {
				defaultAction: "Allow" | "Deny";
				bypass: "None" | "AzureServices";
				ipRules: { value: string }[];
				virtualNetworkRules: { id: string }[];
			};
			encryption?: {
				keySource: "Microsoft.KeyVault";
				keyVaultProperties: { keyVaultUri: string; keyName: string; keyVersion: string; identityClientId: string };
			};
			/** Takes back a deleted account of the name. */
			restore?: true;
		};
		tags: Tags;
	};
	"Microsoft.Resources/deploymentStacks": {
		resourceGroupName: string;
		deploymentStackName: string;
		description: string;
		actionOnUnmanage: { resources: "delete"; resourceGroups: "detach"; managementGroups: "detach" };
		denySettings: { mode: "none" };
		/** A template of Azure Resource Manager. */
		template: JsonObject;
		tags: Tags;
	};
	"Microsoft.Authorization/roleAssignments": {
		scope: string;
		roleAssignmentName: string;
		roleDefinitionId: string;
		principalId: string;
		principalType: "Group";
	};
	"Microsoft.OperationalInsights/workspaces": {
		resourceGroupName: string;
		workspaceName: string;
		location: string;
		retentionInDays: number;
		sku: { name: "PerGB2018" };
		tags: Tags;
	};
	"Microsoft.Insights/diagnosticSettings": {
		name: string;
		resourceUri: string;
		workspaceId: string;
		logs: { categoryGroup: string; enabled: true }[];
		metrics: { category: string; enabled: true }[];
	};
	"Microsoft.Network/privateEndpoints": {
		resourceGroupName: string;
		privateEndpointName: string;
		location: string;
		subnet: { id: string };
		privateLinkServiceConnections: { name: string; privateLinkServiceId: string; groupIds: ["account"] }[];
		tags: Tags;
	};
	"Microsoft.Network/privateDnsZones": {
		resourceGroupName: string;
		privateZoneName: string;
		location: "global";
		tags: Tags;
	};
	"Microsoft.Network/privateDnsZones/virtualNetworkLinks": {
		resourceGroupName: string;
		privateZoneName: string;
		virtualNetworkLinkName: string;
		location: "global";
		registrationEnabled: false;
		virtualNetwork: { id: string };
		tags: Tags;
	};
	"Microsoft.Network/privateEndpoints/privateDnsZoneGroups": {
		resourceGroupName: string;
		privateEndpointName: string;
		privateDnsZoneGroupName: string;
		privateDnsZoneConfigs: { name: string; privateDnsZoneId: string }[];
	};
	"Microsoft.Graph/applications": { displayName: string; signInAudience: "AzureADMyOrg" };
	"Microsoft.Graph/applications.isFallbackPublicClient": OfApplication & { enabled: true };
	"Microsoft.Graph/applications.publicClient": OfApplication & { type: "PublicClient"; redirectUris: string[] };
	"Microsoft.Graph/applications.requiredResourceAccess": OfApplication & { apiClientId: string; scopeIds: string[] };
	"Microsoft.Graph/servicePrincipals": { clientId: string };
	"Microsoft.Graph/oauth2PermissionGrants": {
		servicePrincipalObjectId: string;
		resourceServicePrincipalObjectId: string;
		claimValues: string[];
	};
}
